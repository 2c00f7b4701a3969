package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;

/**
 * A line of the communication plan. Of the lines for an audience the first that holds counts.
 *
 * @param name 1 to 100 characters, unique within the plan
 * @param when for which incidents, while it holds
 * @param audience whom to tell, 1 to 100 characters
 * @param channel by which way
 * @param template the name of the host's template, 1 to 100 characters
 * @param within how long the audience may wait: for the first message from when the line holds, then from each message
 * @param repeats whether the audience is told again and again while the line holds
 */
public record MessageLine(
        String name,
        Condition when,
        String audience,
        Channel channel,
        String template,
        Allowance within,
        boolean repeats) {
    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if one is blank or too long
     */
    public MessageLine {
        Names.check(name, "line of a communication plan");
        Names.check(audience, "audience");
        Names.check(template, "template");
    }

    /**
     * Tells an audience again and again while the incident needs work.
     *
     * @param name the line's name
     * @param audience whom to tell
     * @param channel by which way
     * @param template the name of the host's template
     * @param cadence how long the audience may wait for the next message
     * @return the line
     */
    public static MessageLine every(String name, String audience, Channel channel, String template, Allowance cadence) {
        return new MessageLine(name, Condition.open(), audience, channel, template, cadence, true);
    }

    /**
     * Tells an audience once.
     *
     * @param name the line's name
     * @param audience whom to tell
     * @param channel by which way
     * @param template the name of the host's template
     * @param within how long the audience may wait
     * @return the line, which holds for every incident
     */
    public static MessageLine once(String name, String audience, Channel channel, String template, Allowance within) {
        return new MessageLine(name, Condition.ALWAYS, audience, channel, template, within, false);
    }

    /**
     * The same line for some incidents.
     *
     * @param condition for which, while it holds
     * @return a copy
     */
    public MessageLine when(Condition condition) {
        return new MessageLine(name, condition, audience, channel, template, within, repeats);
    }
}
