package dev.incidentkit.testkit.cases;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.testkit.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * Courses of events in which processes part, for any definition: another priority at once, after waiting and after a
 * breach; another group; owners that come and go; reopening; words to the customers; what falls due out of hours; a report
 * that is judged late, a ticket that is adopted and a history that is imported; each condition of the procedures; each guard
 * that alone stands against a step; and all that is refused in each situation. They are found on {@link Routes} through the
 * lifecycle. What a lifecycle has no way for is left out.
 *
 * <p>The courses say what is done and not what should come of it. {@link dev.incidentkit.testkit.mutation.Walk#pinned}
 * lets each end by what comes of it today, which is what a fault, or a change, would show against. Stateless.
 */
public final class Courses {
    private Courses() {}

    /**
     * Courses of events under a definition.
     *
     * @param definition the definition
     * @return the courses, those of refusals first
     */
    public static List<Scenario> of(ProcessDefinition definition) {
        Routes routes = Routes.of(definition);
        List<Scenario> all = new ArrayList<>(refusals(definition));
        new ClockCourses(definition, routes).addTo(all);
        new TakeoverCourses(definition, routes).addTo(all);
        new ProcedureCourses(definition, routes).addTo(all);
        new GuardCourses(definition, routes).addTo(all);
        return List.copyOf(all);
    }

    /**
     * What is refused in each situation that the lifecycle tells apart, and for what. Other than the courses of {@link #of},
     * of which these are a part, they look: each refusal must be for what it is for now.
     *
     * @param definition the definition
     * @return a scenario for each situation in which anything is refused
     */
    public static List<Scenario> refusals(ProcessDefinition definition) {
        return new RefusalCourses(definition).all();
    }
}
