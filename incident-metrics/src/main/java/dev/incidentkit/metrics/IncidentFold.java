package dev.incidentkit.metrics;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A fold over incidents whose partial results merge, associatively and commutatively, so that shards can be measured
 * apart, and travel as bytes. Not safe for use by several threads: fold apart and merge.
 *
 * @param <F> the kind of fold
 */
public interface IncidentFold<F extends IncidentFold<F>> {
    /**
     * Measures one more incident.
     *
     * @param one the incident; each is given once
     */
    void add(Case one);

    /**
     * Adds what another fold measured, of other incidents.
     *
     * @param other the other, which stays as it is
     * @throws IllegalArgumentException if it measures something else
     */
    void merge(F other);

    /**
     * Writes the partial result in a form of its own, which begins with its version.
     *
     * @param out where to
     * @throws IOException if that fails
     */
    void writeTo(DataOutput out) throws IOException;

    /** {@return the partial result as bytes} */
    default byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
