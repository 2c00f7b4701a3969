package dev.incidentkit.examples.peers;

import java.io.PrintWriter;
import java.util.List;

/**
 * One comparison.
 *
 * @param name how it is asked for
 * @param about what it is about, and where it is known from
 * @param there what another system does with the facts
 * @param here what the library answered just now
 */
record Comparison(String name, String about, List<String> there, List<String> here) {
    void print(PrintWriter out) {
        out.println(name + ": " + about);
        there.forEach(line -> out.println("  there  " + line));
        here.forEach(line -> out.println("  here   " + line));
        out.println();
    }
}
