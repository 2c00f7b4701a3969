package dev.incidentkit.examples.desk.view;

import java.util.List;

/**
 * A page that is one form.
 *
 * @param inputs what it asks for
 * @param refused why what was sent is not done; empty where nothing was
 * @param key the key under which a command is sent at most once
 */
public record FormView(List<Asked> inputs, List<ActionView.Lack> refused, String key) {}
