package dev.incidentkit.testkit.store;

import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentQuery.Order;
import dev.incidentkit.store.IncidentQueryBuilder;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.Page;
import dev.incidentkit.testkit.store.FaultyStore.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Stores that find something else than was asked for, or lose a part of what is known. */
final class QueryFaults {
    private QueryFaults() {}

    static Map<String, Fault> all() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        conditions(faults);
        spans(faults);
        faults.put("every order is that of reporting", finding(query -> query.order(Order.NEWEST)));
        faults.put("pages begin anew", finding(query -> query.after(null)));
        faults.put("pages have no bound", finding(query -> query.limit(IncidentQuery.MAX_LIMIT)));
        faults.put("the first page is the last", pages(page -> new Page(page.incidents(), null)));
        faults.put(
                "there is always a next page",
                pages(page -> new Page(page.incidents(), page.next() == null ? "0/0/0/0/0" : page.next())));
        known(faults);
        return faults;
    }

    private static void conditions(Map<String, Fault> faults) {
        faults.put("statuses are not looked at", finding(query -> query.statuses(Set.of())));
        faults.put("phases are not looked at", finding(query -> query.phases(Set.of())));
        faults.put("priorities are not looked at", finding(query -> query.priorities(Set.of())));
        faults.put("groups are not looked at", finding(query -> query.ownerGroup(null)));
        faults.put("persons are not looked at", finding(query -> query.ownerPerson(null)));
        faults.put("services are not looked at", finding(query -> query.service(null)));
        faults.put("categories are not looked at", finding(query -> query.category(null)));
        faults.put("numbers are not looked at", finding(query -> query.number(null)));
        faults.put("references are not looked at", finding(query -> query.externalReference(null)));
        faults.put("words are not looked at", finding(query -> query.words(List.of())));
        faults.put("attributes are not looked at", finding(query -> query.attributes(Map.of())));
    }

    private static void spans(Map<String, Fault> faults) {
        faults.put("reportedFrom is not looked at", finding(query -> query.reportedFrom(null)));
        faults.put("reportedBefore is not looked at", finding(query -> query.reportedBefore(null)));
        faults.put("resolvedFrom is not looked at", finding(query -> query.resolvedFrom(null)));
        faults.put("resolvedBefore is not looked at", finding(query -> query.resolvedBefore(null)));
        faults.put("endedFrom is not looked at", finding(query -> query.endedFrom(null)));
        faults.put("endedBefore is not looked at", finding(query -> query.endedBefore(null)));
        faults.put("breachBefore is not looked at", finding(query -> query.breachBefore(null)));
    }

    private static void known(Map<String, Fault> faults) {
        faults.put("titles are lost", knowing(known -> known.title(null)));
        faults.put("numbers are lost", knowing(known -> known.number(null)));
        faults.put("categories are lost", knowing(known -> known.category(null)));
        faults.put("services are lost", knowing(known -> known.services(Set.of())));
        faults.put("references are lost", knowing(known -> known.externalReferences(Set.of())));
        faults.put("attributes are lost", knowing(known -> known.attributes(new TreeMap<>())));
        faults.put("the next breach is lost", knowing(known -> known.nextBreach(null)));
        faults.put("the next wake-up is lost", knowing(known -> known.nextWakeUp(null)));
        faults.put("the end is lost", knowing(known -> known.endedAt(null)));
        faults.put("the head is lost", knowing(known -> known.headHash("00")));
        faults.put("nothing is known", call -> call.name().equals("summary") ? Optional.empty() : call.proceed());
    }

    private static Fault finding(UnaryOperator<IncidentQueryBuilder> change) {
        return call -> {
            if (!call.name().equals("find")) {
                return call.proceed();
            }
            IncidentQuery query = (IncidentQuery) call.args()[0];
            return call.with(
                    change.apply(new IncidentQueryBuilder().from(query)).build());
        };
    }

    private static Fault pages(UnaryOperator<Page> change) {
        return call -> {
            Object answer = call.proceed();
            return answer instanceof Page page ? change.apply(page) : answer;
        };
    }

    private static Fault knowing(UnaryOperator<IncidentSummaryBuilder> change) {
        return call -> {
            Object answer = call.proceed();
            return call.name().equals("summary") && answer instanceof Optional<?> found
                    ? found.map(known -> change.apply(new IncidentSummaryBuilder().from((IncidentSummary) known))
                            .build())
                    : answer;
        };
    }
}
