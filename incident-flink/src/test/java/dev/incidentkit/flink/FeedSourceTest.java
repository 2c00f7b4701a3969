package dev.incidentkit.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSourceTest {
    private static final List<TenantId> TENANTS =
            List.of(new TenantId("red"), new TenantId("green"), new TenantId("blue"));
    private static final Map<String, EventFeed> FEEDS = new ConcurrentHashMap<>();

    private static EventFeed feed(String name) {
        return Objects.requireNonNull(FEEDS.get(name), name);
    }

    private static List<StreamEvent> collect(FeedSource source, int parallelism, int count) throws Exception {
        try (StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, new Configuration())) {
            CloseableIterator<StreamEvent> events = environment
                    .fromSource(source, WatermarkStrategy.noWatermarks(), "feed", TypeInformation.of(StreamEvent.class))
                    .executeAndCollect();
            try (events) {
                List<StreamEvent> all = new ArrayList<>();
                while (all.size() < count && events.hasNext()) {
                    all.add(events.next());
                }
                return all;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void every_event_of_every_tenant_comes_once_and_those_of_a_tenant_in_their_order(int parallelism) throws Exception {
        Map<String, List<StreamEvent>> expected = new LinkedHashMap<>();
        for (TenantId tenant : TENANTS) {
            List<StreamEvent> events = Records.events(new Records(tenant.value().hashCode()).many(40));
            expected.put(tenant.value(), events);
            FEEDS.put(tenant.value(), new Cluster.ListFeed(events, false));
        }

        List<StreamEvent> read =
                collect(FeedSource.upToNow(tenant -> feed(tenant.value()), TENANTS), parallelism, Integer.MAX_VALUE);

        expected.forEach((tenant, events) -> assertThat(read.stream()
                        .filter(event -> event.tenant().equals(tenant))
                        .map(StreamEvent::sequence)
                        .toList())
                .isEqualTo(events.stream().map(StreamEvent::sequence).toList()));
        assertThat(read).hasSize(expected.values().stream().mapToInt(List::size).sum());
    }

    /** Holds one more event each time it is asked in vain, and tells of an archive first. */
    private static final class GrowingFeed implements EventFeed {
        private final List<StreamEvent> events = Records.events(new Records(9).many(3));
        private int known;

        @Override
        public List<FeedEvent> read(String after, int limit) {
            int from = after.isEmpty() ? -1 : Integer.parseInt(after);
            if (from < 0) {
                return List.of(FeedEvent.archived("0", new IncidentId("OLD"), "cold storage"));
            }
            if (from >= known) {
                known = Math.min(known + 1, events.size());
                return List.of();
            }
            return new Cluster.ListFeed(events.subList(0, known), false).read(String.valueOf(from), limit);
        }
    }

    @Test
    void a_feed_is_followed_as_it_grows_and_what_was_archived_is_passed_over() throws Exception {
        GrowingFeed feed = new GrowingFeed();
        FEEDS.put("growing", feed);
        FeedSource source =
                FeedSource.following(tenant -> feed("growing"), List.of(new TenantId("growing")), Duration.ofMillis(1));

        List<StreamEvent> read = collect(source, 2, feed.events.size());

        assertThat(read.stream().map(StreamEvent::incident).toList())
                .isEqualTo(feed.events.stream().map(StreamEvent::incident).toList());
        assertThat(source.getBoundedness()).isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
    }

    @Test
    void positions_are_read_as_they_were_written_and_other_forms_are_refused() throws IOException {
        FeedSource source = FeedSource.upToNow(tenant -> feed("none"), TENANTS);
        FeedSplit split = new FeedSplit("red", "17");
        SimpleVersionedSerializer<FeedSplit> one = source.getSplitSerializer();
        SimpleVersionedSerializer<List<FeedSplit>> many = source.getEnumeratorCheckpointSerializer();

        assertThat(one.deserialize(one.getVersion(), one.serialize(split))).isEqualTo(split);
        assertThat(many.deserialize(many.getVersion(), many.serialize(List.of(split, split))))
                .containsExactly(split, split);
        assertThatThrownBy(() -> one.deserialize(9, one.serialize(split))).hasMessageContaining("form 9");
    }

    @Test
    void a_source_without_tenants_and_plans_out_of_bounds_are_refused() {
        assertThatThrownBy(() -> FeedSource.upToNow(tenant -> feed("none"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        StreamPlan plan = StreamPlan.every(Records::plan, Duration.ofHours(1));
        assertThatThrownBy(() -> plan.inShards(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> plan.settlingAfter(Duration.ofDays(-1))).hasMessageContaining("PT-24H");
        assertThatThrownBy(() -> plan.andEvery(Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new StreamPlan(Records::plan, null, null, Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void figures_come_on_a_grid_of_time_until_the_last() {
        StreamPlan plan =
                StreamPlan.until(Records::plan, Instant.ofEpochMilli(2_500)).andEvery(Duration.ofSeconds(1));

        assertThat(plan.next(0)).hasValue(1_000);
        assertThat(plan.next(999)).hasValue(1_000);
        assertThat(plan.next(1_000)).hasValue(2_000);
        assertThat(plan.next(2_000)).hasValue(2_500);
        assertThat(plan.next(2_500)).isEmpty();
    }
}
