package dev.incidentkit.architecture;

import com.github.javaparser.ast.Node;

/** Where a node of a parsed source stands. */
final class Lines {
    private Lines() {}

    static int first(Node node) {
        return node.getRange().orElseThrow().begin.line;
    }

    static int last(Node node) {
        return node.getRange().orElseThrow().end.line;
    }
}
