package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Cancel;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Reopen;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Resume;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.RecordCommand.Redact;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.ReviewCommand.Survey;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Amend;
import dev.incidentkit.core.incident.WorkCommand.AnswerChecklist;
import dev.incidentkit.core.incident.WorkCommand.Communicate;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.CommandKey;
import dev.incidentkit.desk.Housekeeping;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A desk works through everything with a name planted wherever personal data may stand, while every logger is at TRACE.
 * What the library logs, and what it throws for a host to log, has the name nowhere.
 */
class LogPrivacyTest {
    private static final String PLANTED = "Zaphod";
    private static final Actor ANN = Actor.agent("ann");

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Queue<String> thrown = new ConcurrentLinkedQueue<>();
    private final Logger library = Logger.getLogger("dev.incidentkit");
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            logged.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        library.setLevel(Level.ALL);
        library.addHandler(handler);
    }

    @AfterEach
    void stop() {
        library.removeHandler(handler);
        library.setLevel(null);
    }

    private final ProcessDefinition process = ProcessDefinition.builder(ProcessDefinition.itil())
            .attribute(AttributeDefinition.of("contact", AttributeType.TEXT, AttributeTrait.PERSONAL))
            .build();

    private static String name(String where) {
        return PLANTED + " in " + where;
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL"})
    void no_personal_data_is_logged_or_thrown(TestDatabase database) throws Exception {
        database.clean();
        JdbcIncidentStore store = JdbcIncidentStore.open(database.source());
        ServiceDesk desk = desk(store, "INC-1");
        IncidentId id = desk.report(report(), ANN, new CommandKey("k-1")).incident();

        refusals(desk, id);
        walk(desk, id);
        failures(store, id);
        together(store);
        new Audit(desk).verifyAll();
        new Housekeeping(desk).rebuild(Housekeeping.Mode.REPAIR);
        desk.handle(id, new Redact(Set.of(), "request"), ANN);

        System.out.println(
                database + ": " + logged.size() + " lines logged, " + thrown.size() + " exceptions looked at");
        assertThat(logged).isNotEmpty().noneMatch(LogPrivacyTest::isTelling);
        assertThat(thrown).hasSizeGreaterThan(8).noneMatch(LogPrivacyTest::isTelling);
    }

    private static boolean isTelling(String text) {
        return text.toLowerCase(Locale.ROOT).contains(PLANTED.toLowerCase(Locale.ROOT));
    }

    private ServiceDesk desk(JdbcIncidentStore store, String id) {
        return ServiceDesk.builder(store, process)
                .clock(now::get)
                .identities(() -> new IncidentId(id))
                .notifications(NotificationFilter.everything())
                .attempts(2)
                .build();
    }

    private static Report report() {
        return Report.of(name("title"), Reporter.person(name("reporter")), Channel.PHONE)
                .description(name("description"))
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH)
                .attributes(Attributes.of("contact", AttributeValue.personal(name("attribute"))))
                .build();
    }

    /** What is wrong is told without what it is wrong with. */
    private void refusals(ServiceDesk desk, IncidentId id) {
        tried(() -> desk.report(
                Report.of(name("title").repeat(100), Reporter.person(name("reporter")), Channel.PHONE)
                        .build(),
                ANN));
        tried(() -> desk.handle(id, new Note(name("note").repeat(5_000), Visibility.INTERNAL), ANN));
        tried(() -> PersonalText.of(name("text").repeat(5_000)));
        tried(() -> PersonalText.of(name("text") + '\ud800'));
        tried(() -> desk.handle(id, new Note(name("note") + '\ud800', Visibility.INTERNAL), ANN));
        tried(() -> desk.handle(
                id, Amend.attributes(Attributes.of("unknown", AttributeValue.personal(name("attribute")))), ANN));
        tried(() -> desk.handle(
                id, Amend.attributes(Attributes.of("contact", AttributeValue.of(name("plain text")))), ANN));
        tried(() -> desk.handle(id, resolution(), ANN));
        tried(() -> desk.handle(id, new Reopen(name("reason")), ANN));
        tried(() -> desk.handle(id, new Note(name("other"), Visibility.INTERNAL), ANN, new CommandKey("k-1")));
    }

    private static Resolve resolution() {
        return new Resolve(
                null, new Resolution("FIXED", PersonalText.of(name("resolution")), ResolutionMethod.PERMANENT));
    }

    private void walk(ServiceDesk desk, IncidentId id) {
        Resolve resolve = Resolve.permanently(new Category("network/vpn"), "FIXED", name("resolution"));
        List<IncidentCommand> steps = new ArrayList<>(List.of(
                new Start(Owner.group("network")),
                new Communicate(Direction.OUTBOUND, Channel.MAIL, "customers", name("message"), Visibility.CUSTOMER),
                new Hold(HoldReason.CALLER, name("comment"), null),
                Resume.BY_HAND,
                new Note(name("note"), Visibility.INTERNAL),
                resolve,
                new Reopen(name("reason")),
                resolve));
        process.lifecycle().checklist().forEach(item -> steps.add(new AnswerChecklist(item, true, name("check"))));
        steps.add(new Close());
        steps.add(new Survey(1, name("survey")));
        for (IncidentCommand step : steps) {
            now.updateAndGet(instant -> instant.plus(Duration.ofHours(3)));
            desk.handle(id, step, ANN);
            new TimerRunner(desk).tick();
        }
    }

    /** Wake-ups and messages that fail are logged with what was thrown. */
    private void failures(JdbcIncidentStore store, IncidentId closed) {
        ServiceDesk desk = ServiceDesk.builder(store, process)
                .clock(now::get)
                .identities(() -> new IncidentId("INC-2"))
                .build();
        desk.report(report(), ANN);
        ServiceDesk failing = ServiceDesk.builder(store, process)
                .clock(now::get)
                .notifications((event, incident) -> {
                    throw new IllegalStateException("the host's filter fails");
                })
                .build();
        now.updateAndGet(instant -> instant.plus(Duration.ofDays(3)));
        new TimerRunner(failing).tick();
        new OutboxRunner(failing, message -> {
                    throw new IllegalStateException("the pager does not answer");
                })
                .tick();
        tried(() -> desk.handle(closed, Cancel.because(CancelReason.WITHDRAWN), ANN));
    }

    /** Writers in each other's way, on a record that is there and on one that both begin. */
    private void together(JdbcIncidentStore store) throws Exception {
        ServiceDesk desk = desk(store, "INC-3");
        IncidentId shared = desk.report(report(), ANN).incident();
        int writers = 4;
        CyclicBarrier barrier = new CyclicBarrier(writers);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                work.add(() -> {
                    for (int round = 0; round < 20; round++) {
                        ServiceDesk same = desk(store, "INC-4-" + round);
                        barrier.await();
                        tried(() -> same.report(report(), ANN));
                        tried(() -> same.handle(shared, new Note(name("note"), Visibility.INTERNAL), ANN));
                    }
                    return null;
                });
            }
            for (Future<Void> each : threads.invokeAll(work)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void tried(Callable<?> step) {
        try {
            step.call();
        } catch (Exception e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text, true));
            thrown.add(text.toString());
        }
    }
}
