package dev.incidentkit.examples.desk.web;

import dev.incidentkit.examples.desk.account.Sessions;
import dev.incidentkit.examples.desk.account.Users;
import dev.incidentkit.examples.desk.embed.Embedding;
import dev.incidentkit.examples.desk.embed.Notices;
import dev.incidentkit.examples.desk.embed.Settings;

/**
 * What the pages are made over.
 *
 * @param embedding the library
 * @param users the accounts
 * @param sessions who is signed in
 * @param settings what was told when the application was started
 * @param live tells pages what changed
 * @param notices what was sent
 */
public record Site(
        Embedding embedding, Users users, Sessions sessions, Settings settings, LiveFeed live, Notices notices) {}
