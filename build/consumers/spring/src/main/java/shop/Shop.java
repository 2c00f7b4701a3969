package shop;

import dev.incidentkit.desk.NotificationPort;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A shop with orders, whose failures become incidents. */
@SpringBootApplication
public class Shop {
    /** Starts the shop. */
    public static void main(String[] args) {
        SpringApplication.run(Shop.class, args);
    }

    /** What was sent, in place of a mail gateway. */
    @Bean
    BlockingQueue<String> outgoing() {
        return new LinkedBlockingQueue<>();
    }

    @Bean
    NotificationPort mail(BlockingQueue<String> outgoing) {
        return message -> outgoing.add(message.topic());
    }
}
