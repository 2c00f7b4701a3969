/**
 * The rules about our own code. Each rule is a function from the reactor, its sources or its classes to findings; one
 * test asserts that our code yields none, another that a bad sample yields the one it should.
 */
@NullMarked
package dev.incidentkit.architecture;

import org.jspecify.annotations.NullMarked;
