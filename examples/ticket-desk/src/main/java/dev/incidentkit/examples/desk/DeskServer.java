package dev.incidentkit.examples.desk;

import dev.incidentkit.examples.desk.account.Sessions;
import dev.incidentkit.examples.desk.account.Users;
import dev.incidentkit.examples.desk.embed.Embedding;
import dev.incidentkit.examples.desk.embed.Notices;
import dev.incidentkit.examples.desk.embed.Settings;
import dev.incidentkit.examples.desk.web.LiveFeed;
import dev.incidentkit.examples.desk.web.Site;
import dev.incidentkit.examples.desk.web.Web;
import io.javalin.Javalin;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The running application: the library, the pages over it, and what goes on behind them. */
public final class DeskServer implements AutoCloseable {
    private static final long TICK = 1_000;
    private static final long FOLLOW = 300;

    private final Settings settings;
    private final Embedding embedding;
    private final Javalin web;
    private final LiveFeed live;
    private final Background background = new Background();

    private DeskServer(Settings settings, Embedding embedding, Javalin web, LiveFeed live) {
        this.settings = settings;
        this.embedding = embedding;
        this.web = web;
        this.live = live;
    }

    /**
     * Starts it.
     *
     * @param settings what was told
     * @param clock tells the time
     * @param before is done with the library before anybody can come in
     * @return the running application
     */
    public static DeskServer start(Settings settings, InstantSource clock, Consumer<Embedding> before) {
        Users users = settings.users() == null ? Users.demo() : Users.read(settings.users());
        Notices notices = new Notices();
        Embedding embedding = new Embedding(settings, clock, notices);
        before.accept(embedding);
        LiveFeed live = new LiveFeed(embedding.store());
        Site site = new Site(embedding, users, new Sessions(clock), settings, live, notices);
        DeskServer server = new DeskServer(settings, embedding, Web.app(site), live);
        server.web.start(settings.host(), settings.port());
        server.background.every(TICK, embedding::tick);
        server.background.every(FOLLOW, live::follow);
        return server;
    }

    /** {@return the library in it} */
    public Embedding embedding() {
        return embedding;
    }

    /** {@return where it listens} */
    public String address() {
        return "http://" + settings.host() + ":" + web.port();
    }

    @Override
    public void close() {
        background.close();
        live.close();
        web.stop();
        embedding.close();
    }
}
