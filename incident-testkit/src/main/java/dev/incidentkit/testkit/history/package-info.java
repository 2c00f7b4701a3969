/**
 * A recorded history decided anew, held against what came out before: a changed table or service level fails the build with
 * the incidents whose outcome changed.
 */
@NullMarked
package dev.incidentkit.testkit.history;

import org.jspecify.annotations.NullMarked;
