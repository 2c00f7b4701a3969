package dev.incidentkit.core.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How builders of wide records are generated. It lives in the source only, and lets no annotation of the generator into
 * the class files, so that users need nothing of it on their class path.
 */
@Value.Style(allowedClasspathAnnotations = Override.class)
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@interface RecordBuilder {}
