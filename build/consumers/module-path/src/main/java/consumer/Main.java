package consumer;

import dev.incidentkit.core.incident.Scale;

/** Uses the library as a host does, and fails when it answers wrongly. */
public final class Main {
    private Main() {}

    /**
     * Orders two levels.
     *
     * @param args none
     */
    public static void main(String[] args) {
        var scale = Scale.custom("area", "North", "South");
        if (!scale.level("North").isAtLeast(scale.level("South"))) {
            throw new IllegalStateException("North should be at least South in " + scale);
        }
        boolean named = Scale.class.getModule().isNamed();
        if (named != Main.class.getModule().isNamed()) {
            throw new IllegalStateException("The library's module is " + Scale.class.getModule());
        }
    }
}
