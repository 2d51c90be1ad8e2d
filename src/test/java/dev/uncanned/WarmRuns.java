package dev.uncanned;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests whose runs take turns in the JVM of {@link WarmProgram}. They come first and the {@link
 * OwnRuns} last: one thread takes classes from the front of the list and the other from its end, so
 * that neither waits for the other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("spark")
@Order(2)
@ResourceLock("the warm program")
public @interface WarmRuns {}
