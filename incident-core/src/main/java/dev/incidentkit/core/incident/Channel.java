package dev.incidentkit.core.incident;

/**
 * The way by which a report or a message came or went.
 *
 * @param name 1 to 40 characters, not blank
 */
public record Channel(String name) {
    /** A self-service portal. */
    public static final Channel PORTAL = new Channel("PORTAL");

    /** A telephone call. */
    public static final Channel PHONE = new Channel("PHONE");

    /** E-mail. */
    public static final Channel MAIL = new Channel("MAIL");

    /** A chat or chatbot. */
    public static final Channel CHAT = new Channel("CHAT");

    /** A mobile application. */
    public static final Channel MOBILE = new Channel("MOBILE");

    /** A conversation face to face. */
    public static final Channel IN_PERSON = new Channel("IN_PERSON");

    /** A monitoring system, without a person. */
    public static final Channel MONITORING = new Channel("MONITORING");

    /** Another system. */
    public static final Channel API = new Channel("API");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public Channel {
        Checks.name(name, 40, "channel");
    }

    @Override
    public String toString() {
        return name;
    }
}
