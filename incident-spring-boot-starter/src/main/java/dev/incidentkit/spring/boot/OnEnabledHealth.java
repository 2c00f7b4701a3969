package dev.incidentkit.spring.boot;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the indicator is asked for, by the properties that Boot has for that; its own condition moved in Boot 4. */
final class OnEnabledHealth implements Condition {
    /** Made by Spring. */
    OnEnabledHealth() {}

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        boolean byDefault = environment.getProperty("management.health.defaults.enabled", Boolean.class, true);
        return environment.getProperty("management.health.incidentkit.enabled", Boolean.class, byDefault);
    }
}
