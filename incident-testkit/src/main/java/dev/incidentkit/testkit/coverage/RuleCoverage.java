package dev.incidentkit.testkit.coverage;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Records what the tests of a class reach, and fails the run where all classes of it together stay under a minimum. A
 * constructor or method of the class takes a {@link CoverageRecorder} as a parameter and lets it observe what is tested:
 *
 * <pre>{@code
 * @RuleCoverage(min = 1.0, of = {CoverageKind.CELL, CoverageKind.RULE})
 * class RoutingTest {
 *     @TestFactory
 *     Stream<DynamicTest> cases(CoverageRecorder recorder) {
 *         return MarkdownCases.tests(Path.of("src/test/rules/routing.md"), recorder.observe(routing));
 *     }
 * }
 * }</pre>
 *
 * <p>What each class reached is written to a file of its own in {@code target/rule-coverage} (system property {@code
 * incidentkit.coverage.directory}) when the class ends. When the last class of the virtual machine has ended, the files
 * of all classes are added up, a table with the hits of each place is written to {@code index.html} beside them, and the
 * minimum of each class is checked for the definitions and tables that it observed. Where tests run in several virtual
 * machines, none of them knows when the others have ended: set the system property {@code incidentkit.coverage.check} to
 * {@code false} for them, and let one class that runs afterwards, in a machine without that property, check.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RuleCoverageExtension.class)
public @interface RuleCoverage {
    /**
     * The least share of what must be reached.
     *
     * @return 0 to 1
     */
    double min() default 1.0;

    /**
     * The kinds that the minimum is about.
     *
     * @return the kinds; none for all
     */
    CoverageKind[] of() default {};

    /**
     * Names of what need not be reached, for example {@code MIGRATE from NEW to NEW}. A name that stands for nothing
     * fails the run, so that the list does not outlive its reasons. A {@code *} at the end stands for any ending.
     *
     * @return the names
     */
    String[] except() default {};
}
