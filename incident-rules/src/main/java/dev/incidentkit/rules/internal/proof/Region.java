package dev.incidentkit.rules.internal.proof;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A box of inputs: for each column a set of classes. Treat the arrays as immutable.
 *
 * @param sides for each column its classes as {@link Runs}, none empty
 */
public record Region(int[][] sides) {
    /**
     * How many points the box has.
     *
     * @return the product of the sides
     */
    public BigInteger volume() {
        BigInteger volume = BigInteger.ONE;
        for (int[] side : sides) {
            volume = volume.multiply(BigInteger.valueOf(Runs.count(side)));
        }
        return volume;
    }

    /**
     * A point of the box: the first class of each side.
     *
     * @return a class for each column
     */
    public int[] point() {
        int[] point = new int[sides.length];
        for (int column = 0; column < point.length; column++) {
            point[column] = sides[column][0];
        }
        return point;
    }

    /**
     * This box with another side.
     *
     * @param column the column of the side
     * @param side its classes
     * @return the box
     */
    public Region with(int column, int[] side) {
        int[][] changed = sides.clone();
        changed[column] = side;
        return new Region(changed);
    }

    /**
     * What two boxes have in common.
     *
     * @param other a box
     * @return a box; it may have an empty side
     */
    public Region intersection(Region other) {
        int[][] common = new int[sides.length][];
        for (int column = 0; column < common.length; column++) {
            common[column] = Runs.intersection(sides[column], other.sides[column]);
        }
        return new Region(common);
    }

    /**
     * Whether this box contains another.
     *
     * @param other a box
     * @return true if every side does
     */
    public boolean contains(Region other) {
        for (int column = 0; column < sides.length; column++) {
            if (!Runs.contains(sides[column], other.sides[column])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the boxes have a point in common. */
    boolean intersects(Region other) {
        for (int column = 0; column < sides.length; column++) {
            if (!Runs.intersect(sides[column], other.sides[column])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region region && Arrays.deepEquals(sides, region.sides);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(sides);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(sides);
    }
}
