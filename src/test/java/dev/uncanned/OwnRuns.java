package dev.uncanned;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;

/** Tests that start a JVM for each of their runs; see {@link WarmRuns} for their order. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("spark")
@Order(Integer.MAX_VALUE)
public @interface OwnRuns {}
