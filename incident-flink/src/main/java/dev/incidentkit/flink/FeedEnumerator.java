package dev.incidentkit.flink;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Gives each feed to one reader, and tells the reader that no more will come: readers without a feed end. */
final class FeedEnumerator implements SplitEnumerator<FeedSplit, List<FeedSplit>> {
    private final SplitEnumeratorContext<FeedSplit> context;
    private final List<FeedSplit> unassigned;

    FeedEnumerator(SplitEnumeratorContext<FeedSplit> context, List<FeedSplit> unassigned) {
        this.context = context;
        this.unassigned = new ArrayList<>(unassigned);
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, @Nullable String host) {
        for (FeedSplit split : List.copyOf(unassigned)) {
            if (Math.floorMod(split.tenant().hashCode(), context.currentParallelism()) == subtask) {
                context.assignSplit(split, subtask);
                unassigned.remove(split);
            }
        }
        context.signalNoMoreSplits(subtask);
    }

    @Override
    public void addSplitsBack(List<FeedSplit> splits, int subtask) {
        unassigned.addAll(splits);
    }

    @Override
    public void addReader(int subtask) {}

    @Override
    public List<FeedSplit> snapshotState(long checkpoint) {
        return List.copyOf(unassigned);
    }

    @Override
    public void close() {}
}
