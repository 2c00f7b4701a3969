package dev.incidentkit.spring.boot;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Shows how the desk is, in Boot 4. */
final class DeskHealthIndicator extends AbstractHealthIndicator {
    private final DeskHealth desk;

    DeskHealthIndicator(DeskHealth desk) {
        super("The desk cannot say how it is");
        this.desk = desk;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        DeskHealth.Standing standing = desk.standing();
        (standing.up() ? builder.up() : builder.down()).withDetails(standing.details());
    }
}
