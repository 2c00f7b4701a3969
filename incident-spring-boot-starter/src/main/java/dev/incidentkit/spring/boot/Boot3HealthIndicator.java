package dev.incidentkit.spring.boot;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Shows how the desk is, in Boot 3. */
final class Boot3HealthIndicator extends AbstractHealthIndicator {
    private final DeskHealth desk;

    Boot3HealthIndicator(DeskHealth desk) {
        super("The desk cannot say how it is");
        this.desk = desk;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        DeskHealth.Standing standing = desk.standing();
        (standing.up() ? builder.up() : builder.down()).withDetails(standing.details());
    }
}
