package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.core.incident.Level;
import dev.incidentkit.rules.FindingLevel;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.internal.proof.Region;
import dev.incidentkit.rules.internal.verify.ScaleChecks.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One finding for each cell that stands out, however many neighbours it contradicts. Of two cells that contradict each
 * other the one that contradicts more others is named; if that does not tell, the more severe input.
 */
final class Turns {
    private record Cell(String output, Region region) {}

    private Turns() {}

    static void report(Inquiry inquiry, List<Turn> turns) {
        Map<Cell, Integer> counts = new LinkedHashMap<>();
        for (Turn turn : turns) {
            counts.merge(upper(turn), 1, Integer::sum);
            counts.merge(lower(turn), 1, Integer::sum);
        }
        Map<Cell, List<Turn>> byCell = new LinkedHashMap<>();
        for (Turn turn : turns) {
            boolean lowerStandsOut = counts.getOrDefault(lower(turn), 0) > counts.getOrDefault(upper(turn), 0);
            byCell.computeIfAbsent(lowerStandsOut ? lower(turn) : upper(turn), key -> new ArrayList<>())
                    .add(turn);
        }
        byCell.forEach((cell, its) -> report(inquiry, cell, its));
    }

    private static Cell upper(Turn turn) {
        return new Cell(turn.output(), turn.upper());
    }

    private static Cell lower(Turn turn) {
        return new Cell(turn.output(), turn.lower());
    }

    private static void report(Inquiry inquiry, Cell cell, List<Turn> turns) {
        Words words = inquiry.words();
        boolean tooMild = turns.stream().anyMatch(turn -> turn.upper().equals(cell.region));
        Level own = turns.get(0).levels().get(turns.get(0).upper().equals(cell.region) ? 0 : 1);
        List<String> others = new ArrayList<>();
        for (Turn turn : turns) {
            boolean upper = turn.upper().equals(cell.region);
            Region neighbour = upper ? turn.lower() : turn.upper();
            others.add((upper ? "the less severe " : "the more severe ")
                    + words.side(turn.column(), neighbour.sides()[turn.column()])
                    + (upper ? " gives " : " gives only ")
                    + turn.levels().get(upper ? 1 : 0).name());
        }
        String name = inquiry.table()
                .table()
                .schema()
                .inputs()
                .get(turns.get(0).column())
                .name();
        inquiry.add(new ProofFinding(
                ProofCode.NOT_MONOTONE,
                FindingLevel.WARNING,
                List.of(),
                name,
                "At " + words.region(cell.region) + " the " + cell.output + " is " + own.name() + ", although "
                        + Words.join(others) + words.forExample(cell.region),
                words.example(cell.region.point()),
                "Make this cell "
                        + (tooMild
                                ? "at least as severe as its less severe neighbour"
                                : "no more severe than its more severe neighbours")
                        + ", or say why it stands out"));
    }
}
