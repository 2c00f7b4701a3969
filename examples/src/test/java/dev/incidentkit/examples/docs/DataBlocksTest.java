package dev.incidentkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.rules.config.DefinitionFiles;
import dev.incidentkit.rules.config.DefinitionResult;
import dev.incidentkit.store.jdbc.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Statements of SQL run on the tables of the library, parts of definitions are read, and dependencies are those of the
 * version that is built.
 */
class DataBlocksTest {
    static Stream<Path> pagesWithSql() {
        return DocPage.all().stream()
                .filter(path -> !DocPage.read(path).in("sql").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pagesWithSql")
    void statements_run(Path path) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + path.getFileName() + ";DB_CLOSE_DELAY=-1");
        Schema.install(source);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (DocBlock block : DocPage.read(path).in("sql")) {
                for (String sql : block.text().split(";", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
            statement.execute("drop all objects");
        }
    }

    static Stream<Path> pagesWithXml() {
        return DocPage.all().stream()
                .filter(path -> !DocPage.read(path).in("xml").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pagesWithXml")
    void dependencies_name_modules_in_the_version_that_is_built(Path path)
            throws IOException, SAXException, ParserConfigurationException {
        Matcher version =
                Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(DocPage.ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        for (DocBlock block : DocPage.read(path).in("xml")) {
            Document xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<page>" + block.text() + "</page>")));
            IntStream.range(0, xml.getElementsByTagName("dependency").getLength())
                    .mapToObj(i ->
                            (Element) xml.getElementsByTagName("dependency").item(i))
                    .filter(dependency -> child(dependency, "groupId").equals("dev.incidentkit"))
                    .forEach(dependency -> {
                        assertThat(DocPage.ROOT
                                        .resolve(child(dependency, "artifactId"))
                                        .resolve("pom.xml"))
                                .as("%s", path)
                                .exists();
                        assertThat(child(dependency, "version")).as("%s", path).isIn("", version.group(1));
                    });
        }
    }

    static Stream<Path> pagesWithDefinitions() {
        return DocPage.all().stream().filter(path -> DocPage.read(path).words().contains("definitions"));
    }

    @ParameterizedTest
    @MethodSource("pagesWithDefinitions")
    void parts_of_definitions_are_read(Path path) {
        assertThat(DocPage.read(path).in("yaml")).isNotEmpty().allSatisfy(block -> {
            byte[] file = ("definition: page\nextends: itil\n" + block.text()).getBytes(StandardCharsets.UTF_8);
            DefinitionResult read =
                    DefinitionFiles.standard().read("page.yaml", name -> new ByteArrayInputStream(file));
            assertThat(read.definition())
                    .as("%s:%d: %s", path, block.line(), read.describe())
                    .isPresent();
        });
    }

    private static String child(Element element, String name) {
        return element.getElementsByTagName(name).getLength() == 0
                ? ""
                : element.getElementsByTagName(name).item(0).getTextContent().strip();
    }
}
