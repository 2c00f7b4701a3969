package dev.incidentkit.benchmarks.rules;

import org.jspecify.annotations.Nullable;

/** What the tables look at. The hand-written code and this library take the constants, the engines their names. */
public final class Ticket {
    /** Grades of impact. */
    public enum Impact {
        I1,
        I2,
        I3,
        I4,
        I5
    }

    /** Grades of urgency. */
    public enum Urgency {
        U1,
        U2,
        U3,
        U4,
        U5
    }

    /** What is affected. */
    public enum Category {
        DATABASE,
        NETWORK,
        SECURITY,
        STORAGE,
        MAIL,
        PRINTING,
        SAP,
        VOICE
    }

    /** What was promised to the customer. */
    public enum Tier {
        GOLD,
        SILVER,
        BRONZE,
        NONE
    }

    /** Where it runs. */
    public enum Environment {
        PRODUCTION,
        STAGING,
        TEST,
        DEVELOPMENT
    }

    /** A part of the world. */
    public enum Region {
        EU,
        UK,
        US,
        LATAM,
        APAC,
        AFRICA
    }

    /** The grade of impact. */
    public final Impact impact;

    /** The grade of urgency. */
    public final Urgency urgency;

    /** What is affected. */
    public final Category category;

    /** What was promised. */
    public final Tier tier;

    /** Whether an important person reports. */
    public final boolean vip;

    /** How many users suffer. */
    public final int users;

    /** Whether support is at work. */
    public final boolean supportHours;

    /** Where it runs. */
    public final Environment environment;

    /** Where in the world. */
    public final Region region;

    /** How often it was reopened. */
    public final int reopenings;

    /** Its age. */
    public final int minutes;

    /** The number of the site. */
    public final int site;

    private @Nullable String answer;

    /**
     * Makes a ticket.
     *
     * @param values a value for each of {@link Column#ALL}: the ordinal, the number, or 1 for true
     */
    Ticket(int[] values) {
        impact = Impact.values()[values[0]];
        urgency = Urgency.values()[values[1]];
        category = Category.values()[values[2]];
        tier = Tier.values()[values[3]];
        vip = values[4] == 1;
        users = values[5];
        supportHours = values[6] == 1;
        environment = Environment.values()[values[7]];
        region = Region.values()[values[8]];
        reopenings = values[9];
        minutes = values[10];
        site = values[11];
    }

    /** {@return the name of the impact} */
    public String getImpact() {
        return impact.name();
    }

    /** {@return the name of the urgency} */
    public String getUrgency() {
        return urgency.name();
    }

    /** {@return the name of the category} */
    public String getCategory() {
        return category.name();
    }

    /** {@return the name of the tier} */
    public String getTier() {
        return tier.name();
    }

    /** {@return whether an important person reports} */
    public boolean isVip() {
        return vip;
    }

    /** {@return how many users suffer} */
    public int getUsers() {
        return users;
    }

    /** {@return whether support is at work} */
    public boolean isSupportHours() {
        return supportHours;
    }

    /** {@return the name of the environment} */
    public String getEnvironment() {
        return environment.name();
    }

    /** {@return what a rule of an engine that answers by side effect answered} */
    public @Nullable String getAnswer() {
        return answer;
    }

    /**
     * Keeps the answer of a rule.
     *
     * @param answer the answer, or null before any
     */
    public void setAnswer(@Nullable String answer) {
        this.answer = answer;
    }
}
