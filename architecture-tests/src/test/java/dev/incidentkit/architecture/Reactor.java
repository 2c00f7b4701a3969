package dev.incidentkit.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The modules of the reactor, found by the parent pom.
 *
 * @param parent the parent pom
 * @param modules all modules, in the order in which the parent lists them
 */
record Reactor(ReactorModule parent, List<ReactorModule> modules) {
    /** The reactor of this project: tests run in the directory of their module. */
    static Reactor own() {
        try {
            return of(Path.of("..").toRealPath());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static Reactor of(Path root) {
        ReactorModule parent = ReactorModule.read(root, root);
        List<ReactorModule> modules = new ArrayList<>();
        parent.pom().getModules().forEach(module -> modules.add(ReactorModule.read(root, root.resolve(module))));
        return new Reactor(parent, List.copyOf(modules));
    }

    List<ReactorModule> published() {
        return modules.stream().filter(ReactorModule::published).toList();
    }
}
