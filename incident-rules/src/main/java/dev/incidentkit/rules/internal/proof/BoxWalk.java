package dev.incidentkit.rules.internal.proof;

import java.util.Arrays;

/**
 * Splits a box, and the parts again, until a {@link Question} is answered on each. A box is a range of classes in each
 * column and carries the rules that reach into it, in order, each with the columns in which it does not cover the box.
 * Each split is made at a boundary of a rule, where the squares of the numbers of rules left and right have the least
 * sum: so boxes soon have few rules. One walk at a time; not safe for use by several threads.
 */
final class BoxWalk {
    /** Asked of each box. */
    @FunctionalInterface
    interface Question {
        /**
         * Looks at the box on which the walk stands.
         *
         * @return true if the box must be split, false if the question is answered on all of it
         */
        boolean open(BoxWalk at);
    }

    private final RuleGrid grid;
    private final int columns;
    private final Splits splits;

    /** The boxes that wait, a frame each: how many rules it has, and two bounds a column. */
    private int[] frames = new int[1024];

    private int frameEnd;

    /** The rules of the boxes that wait, one box after the other, and their open columns. */
    private int[] waiting = new int[1024];

    private long[] waitingOpen = new long[1024];
    private int waitingEnd;

    /** The box on which the walk stands. */
    private final int[] from;

    private final int[] to;
    private int[] rules = new int[64];
    private long[] open = new long[64];
    private int count;
    private boolean stopped;

    BoxWalk(RuleGrid grid) {
        this.grid = grid;
        this.columns = grid.columns();
        this.from = new int[columns];
        this.to = new int[columns];
        this.splits = new Splits(grid);
    }

    /**
     * Walks over all inputs.
     *
     * @param question what is asked of each box
     * @param budget the boxes that may be looked at
     * @return false if the budget ran out before the end
     */
    boolean overAll(Question question, NodeBudget budget) {
        int[] all = new int[grid.rules()];
        Arrays.setAll(all, rule -> rule);
        int[] last = grid.sizes();
        for (int column = 0; column < columns; column++) {
            last[column]--;
        }
        return over(new int[columns], last, all, question, budget);
    }

    /** Walks over one box with some of the rules, ascending. */
    boolean over(int[] low, int[] high, int[] some, Question question, NodeBudget budget) {
        begin(low, high, some);
        while (true) {
            if (!budget.take()) {
                return false;
            }
            if (question.open(this)) {
                split();
            } else if (stopped || frameEnd == 0) {
                return true;
            } else {
                pop();
            }
        }
    }

    private void begin(int[] low, int[] high, int[] some) {
        stopped = false;
        frameEnd = 0;
        waitingEnd = 0;
        count = 0;
        System.arraycopy(low, 0, from, 0, columns);
        System.arraycopy(high, 0, to, 0, columns);
        ensure(some.length);
        for (int rule : some) {
            enter(rule);
        }
    }

    private void enter(int rule) {
        long mask = 0;
        for (int column = 0; column < columns; column++) {
            if (!grid.reaches(rule, column, from[column], to[column])) {
                return;
            }
            if (!grid.covers(rule, column, from[column], to[column])) {
                mask |= 1L << column;
            }
        }
        rules[count] = rule;
        open[count++] = mask;
    }

    private void split() {
        splits.choose(this);
        int column = splits.column();
        int at = splits.position();
        if (column < 0) {
            throw new IllegalStateException("Every rule covers the box, yet the question stays open: " + region());
        }
        if (splits.leftFirst()) {
            push(column, at, to[column]);
            to[column] = at - 1;
        } else {
            push(column, from[column], at - 1);
            from[column] = at;
        }
        keepReaching(column);
    }

    /** Puts aside the part between two classes, with the rules that reach it. */
    private void push(int column, int begin, int end) {
        int needed = frameEnd + 2 * columns + 1;
        if (needed > frames.length) {
            frames = Arrays.copyOf(frames, Math.max(needed, 2 * frames.length));
        }
        if (waitingEnd + count > waiting.length) {
            int length = Math.max(waitingEnd + count, 2 * waiting.length);
            waiting = Arrays.copyOf(waiting, length);
            waitingOpen = Arrays.copyOf(waitingOpen, length);
        }
        long bit = 1L << column;
        int kept = waitingEnd;
        for (int i = 0; i < count; i++) {
            int rule = rules[i];
            if ((open[i] & bit) == 0 || grid.reaches(rule, column, begin, end)) {
                waiting[kept] = rule;
                boolean covered = (open[i] & bit) != 0 && grid.covers(rule, column, begin, end);
                waitingOpen[kept++] = covered ? open[i] & ~bit : open[i];
            }
        }
        System.arraycopy(from, 0, frames, frameEnd, columns);
        System.arraycopy(to, 0, frames, frameEnd + columns, columns);
        frames[frameEnd + column] = begin;
        frames[frameEnd + columns + column] = end;
        frames[frameEnd + 2 * columns] = kept - waitingEnd;
        frameEnd = needed;
        waitingEnd = kept;
    }

    private void keepReaching(int column) {
        int begin = from[column];
        int end = to[column];
        long bit = 1L << column;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int rule = rules[i];
            long mask = open[i];
            if ((mask & bit) != 0) {
                if (!grid.reaches(rule, column, begin, end)) {
                    continue;
                }
                mask = grid.covers(rule, column, begin, end) ? mask & ~bit : mask;
            }
            rules[kept] = rule;
            open[kept++] = mask;
        }
        count = kept;
    }

    private void pop() {
        frameEnd -= 2 * columns + 1;
        System.arraycopy(frames, frameEnd, from, 0, columns);
        System.arraycopy(frames, frameEnd + columns, to, 0, columns);
        count = frames[frameEnd + 2 * columns];
        ensure(count);
        waitingEnd -= count;
        System.arraycopy(waiting, waitingEnd, rules, 0, count);
        System.arraycopy(waitingOpen, waitingEnd, open, 0, count);
    }

    private void ensure(int length) {
        if (rules.length < length) {
            rules = new int[length];
            open = new long[length];
        }
    }

    /** How many rules reach into the box. */
    int count() {
        return count;
    }

    /** The i-th rule that reaches into the box; rules keep their order. */
    int rule(int i) {
        return rules[i];
    }

    /** The columns in which the i-th rule does not cover the box, as bits; 0 if it covers the box. */
    long open(int i) {
        return open[i];
    }

    int from(int column) {
        return from[column];
    }

    int to(int column) {
        return to[column];
    }

    /** Forgets the rules from an index to before another: they cannot matter on any part of the box. */
    void forget(int begin, int end) {
        System.arraycopy(rules, end, rules, begin, count - end);
        System.arraycopy(open, end, open, begin, count - end);
        count -= end - begin;
    }

    /** Ends the walk after this box. */
    void stop() {
        stopped = true;
    }

    /** The box on which the walk stands. */
    Region region() {
        int[][] sides = new int[columns][];
        for (int column = 0; column < columns; column++) {
            sides[column] = Runs.of(from[column], to[column]);
        }
        return new Region(sides);
    }
}
