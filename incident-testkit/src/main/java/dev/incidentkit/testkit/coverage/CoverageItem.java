package dev.incidentkit.testkit.coverage;

/**
 * One thing that can be reached.
 *
 * @param kind what it is
 * @param group the definition or table that it is part of, with the beginning of its content hash
 * @param name its name within the group, for example {@code HIGH x LOW} or {@code START from NEW to IN_PROGRESS}
 */
public record CoverageItem(CoverageKind kind, String group, String name) {
    @Override
    public String toString() {
        return kind + " " + name + " of " + group;
    }
}
