package dev.incidentkit.flink;

import java.io.Serializable;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * The feed of one tenant, and how far it was read.
 *
 * @param tenant the tenant
 * @param position the position of the last entry that was read
 */
public record FeedSplit(String tenant, String position) implements SourceSplit, Serializable {
    @Override
    public String splitId() {
        return tenant;
    }
}
