/**
 * What every package of this module shares, and so stands left of all of them: the
 * {@linkplain dev.incidentkit.core.IncidentException root of the exceptions} that this library throws on its own
 * account, and the {@linkplain dev.incidentkit.core.ConfigurationException refusal of a configuration} with all
 * findings at once.
 */
@NullMarked
package dev.incidentkit.core;

import org.jspecify.annotations.NullMarked;
