/**
 * The service desk in a Spring Boot application, of Boot 3.5 to 4.1. {@link
 * dev.incidentkit.spring.boot.IncidentKitAutoConfiguration} makes the beans, {@link
 * dev.incidentkit.spring.boot.IncidentKitProperties} says what can be set, and {@link
 * dev.incidentkit.spring.boot.ServiceDeskCustomizer} reaches what cannot. {@code docs/spring.md} is the guide.
 */
@NullMarked
package dev.incidentkit.spring.boot;

import org.jspecify.annotations.NullMarked;
