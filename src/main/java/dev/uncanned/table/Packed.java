package dev.uncanned.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record component that is kept in one column of bytes, since nothing selects inside of it.
 *
 * <p>For a record of texts, or a list of such records: one column instead of one for each text is
 * several times quicker to encode, to shuffle and to write. Such columns are for tables between
 * stages; published tables have none.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Packed {}
