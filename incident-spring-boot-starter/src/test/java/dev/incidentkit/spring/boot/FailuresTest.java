package dev.incidentkit.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.IncidentException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application says when it does not start. */
class FailuresTest {
    /** Is told what would be printed. */
    public static final class Recorder implements FailureAnalysisReporter {
        private static final Deque<FailureAnalysis> TOLD = new ArrayDeque<>();

        @Override
        public void report(FailureAnalysis analysis) {
            TOLD.push(analysis);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithDatabase {
        @Bean
        DataSource database() {
            return Samples.database();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithoutAttempts {
        @Bean
        ServiceDeskCustomizer none() {
            return builder -> builder.attempts(0);
        }
    }

    private static FailureAnalysis toldBy(Class<?> application, String... arguments) {
        SpringApplication started = new SpringApplication(application);
        started.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(() -> started.run(arguments)).isInstanceOf(RuntimeException.class);
        return Recorder.TOLD.pop();
    }

    @Test
    void every_finding_of_a_definition_is_printed_with_file_line_and_column() {
        FailureAnalysis told = toldBy(
                Application.class,
                "--incidentkit.store.kind=memory",
                "--incidentkit.definition=classpath:faulty/support.yaml");

        assertThat(told.getDescription())
                .startsWith(
                        "The process definition 'classpath:faulty/support.yaml' (incidentkit.definition) is refused")
                .contains("\n    CONFIG-202 support.yaml:5:13 ", "\n    CONFIG-201 support.yaml:9:21 ");
        assertThat(told.getAction()).contains("docs/definitions.md");
    }

    @Test
    void missing_tables_are_told_with_what_to_do() {
        FailureAnalysis told = toldBy(WithDatabase.class);

        assertThat(told.getDescription()).contains("ik_schema is missing");
        assertThat(told.getAction()).contains("incidentkit.store.schema to install");
    }

    @Test
    void values_that_the_desk_refuses_are_told() {
        assertThat(toldBy(WithoutAttempts.class, "--incidentkit.store.kind=memory")
                        .getDescription())
                .contains("attempts is 0");
    }

    @Test
    void other_failures_are_left_to_others() {
        IncidentKitFailureAnalyzer analyzer = new IncidentKitFailureAnalyzer();

        assertThat(analyzer.analyze(new IncidentException("something else"))).isNull();
        assertThat(analyzer.analyze(new IllegalStateException("something else")))
                .isNull();
        assertThat(analyzer.analyze(new ConfigurationException("a scale", List.of("it is empty"))))
                .isNotNull();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithOldAnnotations {
        @Bean
        ServiceDeskCustomizer old() {
            return builder -> {
                throw new NoClassDefFoundError("com/fasterxml/jackson/annotation/JsonSerializeAs");
            };
        }
    }

    @Test
    void annotations_of_jackson_that_are_too_old_are_told_with_what_to_do() {
        FailureAnalysis told = toldBy(WithOldAnnotations.class, "--incidentkit.store.kind=memory");

        assertThat(told.getDescription()).contains("com.fasterxml.jackson.annotation.JsonSerializeAs is missing");
        assertThat(told.getAction()).contains("jackson-annotations in version 2.22");
    }

    @Test
    void an_expression_language_that_jpa_lacks_is_told_with_what_to_do() {
        MissingLibraryFailureAnalyzer analyzer = new MissingLibraryFailureAnalyzer();
        FailureAnalysis told =
                Objects.requireNonNull(analyzer.analyze(new NoClassDefFoundError("jakarta/el/ELManager")));

        assertThat(told.getDescription()).contains("jakarta.el.ELManager is missing");
        assertThat(told.getAction()).contains("spring-boot-starter-validation");
        assertThat(analyzer.analyze(new NoClassDefFoundError("other/Type"))).isNull();
    }
}
