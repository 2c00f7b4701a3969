/**
 * A recorded history under another definition. {@link dev.incidentkit.metrics.whatif.Rerun} takes the commands out of a
 * record and lets a definition decide them anew; {@link dev.incidentkit.metrics.whatif.WhatIf} does so under two and says
 * what differs, and which policy value or rule made it differ. Nothing is ever written.
 */
@NullMarked
package dev.incidentkit.metrics.whatif;

import org.jspecify.annotations.NullMarked;
