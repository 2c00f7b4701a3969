package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.store.EventLog;
import dev.incidentkit.store.IncidentStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report under an identity that the desk chose. */
class FreshIdentityTest {
    private final DeskFixture fixture = new DeskFixture();
    private final List<String> asked = new ArrayList<>();

    /** A desk on the fixture's store that chooses one identity, and tells what it asks the store for. */
    private ServiceDesk choosing(String identity) {
        IncidentStore told = (IncidentStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IncidentStore.class}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == EventLog.class) {
                        asked.add(method.getName());
                    }
                    try {
                        return method.invoke(fixture.store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
        return ServiceDesk.builder(told, fixture.desk.definition())
                .clock(fixture.clock)
                .identities(() -> new IncidentId(identity))
                .build();
    }

    @Test
    void is_written_without_a_look_for_what_cannot_be_there() {
        Receipt receipt = choosing("NEW").report(DeskFixture.outage("VPN is down"), BOB);

        assertThat(asked).containsExactly("append");
        assertThat(fixture.desk.load(receipt.incident()).orElseThrow().version())
                .isEqualTo(receipt.version());
    }

    @Test
    void is_refused_where_the_identity_is_taken_after_all() {
        IncidentId taken = fixture.reported();
        int before = fixture.desk.events(taken).size();

        assertThatThrownBy(() -> choosing(taken.value()).report(DeskFixture.outage("Mail is down"), BOB))
                .isInstanceOfSatisfying(
                        IncidentRejectedException.class,
                        refusal -> assertThat(refusal.unmet())
                                .extracting(Unmet::code)
                                .containsExactly(UnmetCode.INCIDENT_EXISTS));
        assertThat(asked).containsExactly("append", "load");
        assertThat(fixture.desk.events(taken)).hasSize(before);
    }
}
