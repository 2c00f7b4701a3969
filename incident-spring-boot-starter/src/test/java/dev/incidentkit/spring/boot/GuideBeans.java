package dev.incidentkit.spring.boot;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.desk.NotificationPort;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the guide, with what they need around them. */
@Configuration(proxyBeanMethods = false)
class GuideBeans {
    /** Sends to nobody. */
    static final class MailGateway {
        private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();

        void send(String id, String topic, String incident) {
            sent.add(id + " " + topic + " " + incident);
        }

        BlockingQueue<String> sent() {
            return sent;
        }
    }

    /** Counts. */
    static final class TicketNumbers {
        private final AtomicInteger last = new AtomicInteger(1_000);

        String next() {
            return "INC-" + last.incrementAndGet();
        }
    }

    @Bean
    MailGateway gateway() {
        return new MailGateway();
    }

    @Bean
    TicketNumbers ticketNumbers() {
        return new TicketNumbers();
    }

    // guide: begin
    @Bean
    NotificationPort mail(MailGateway gateway) {
        return message ->
                gateway.send(message.id(), message.topic(), message.incident().value());
    }
    // guide: end

    // guide: begin
    @Bean
    ServiceDeskCustomizer numbers(TicketNumbers numbers) {
        return builder -> builder.identities(() -> new IncidentId(numbers.next()));
    }
    // guide: end
}
