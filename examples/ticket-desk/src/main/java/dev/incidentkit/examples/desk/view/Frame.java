package dev.incidentkit.examples.desk.view;

import dev.incidentkit.examples.desk.account.User;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page.
 *
 * @param title the title of the page
 * @param user who is signed in; null where nobody is
 * @param csrf what each form carries
 * @param place the page's place in the navigation; empty for none
 * @param definition the name of the definition by which new incidents begin
 * @param live which incident the page follows, {@code *} for all; empty where it stands still
 */
public record Frame(String title, @Nullable User user, String csrf, String place, String definition, String live) {}
