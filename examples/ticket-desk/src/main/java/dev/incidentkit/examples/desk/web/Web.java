package dev.incidentkit.examples.desk.web;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;

/** All pages. */
public final class Web {
    private static final long LARGEST_FORM = 1_000_000;

    private Web() {}

    /**
     * Makes the web application, which does not listen yet.
     *
     * @param site what the pages are made over
     * @return the application
     */
    public static Javalin app(Site site) {
        Pages pages = new Pages(site);
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.maxRequestSize = LARGEST_FORM;
            routes(config.routes, site, pages);
        });
    }

    private static void routes(RoutesConfig routes, Site site, Pages pages) {
        new Door(site, pages).routes(routes);
        new Assets().routes(routes);
        new LoginPages(site, pages).routes(routes);
        new QueuePages(site, pages).routes(routes);
        new ReportPages(site, pages).routes(routes);
        new BulkPages(site, pages).routes(routes);
        new IncidentPages(site, pages).routes(routes);
        new HistoryPages(site, pages).routes(routes);
        new MetricsPages(site, pages).routes(routes);
        new RulesPages(site, pages).routes(routes);
        site.live().routes(routes);
    }
}
