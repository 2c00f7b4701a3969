package dev.incidentkit.examples.desk.view;

import java.util.List;

/**
 * The record of an incident.
 *
 * @param id its identity
 * @param title what it is about
 * @param verdict what the audit found
 * @param whole whether the record is as it was sealed
 * @param entries its events, in order
 */
public record HistoryView(String id, String title, String verdict, boolean whole, List<Entry> entries) {
    /**
     * One event.
     *
     * @param sequence its number
     * @param type the stable name of its type
     * @param at when it took effect
     * @param actor who did it
     * @param because the rule or the deadline behind it; empty where a command is
     * @param hash the first digits of its link in the chain
     * @param parts what it says
     */
    public record Entry(
            long sequence,
            String type,
            Moment at,
            String actor,
            String because,
            String hash,
            List<IncidentView.Fact> parts) {}
}
