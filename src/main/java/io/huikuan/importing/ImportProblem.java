package io.huikuan.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a row was refused.
 *
 * @param line the physical line that the row begins in; the header is line 1
 * @param column the header of the column in the file, or the field where a constant tells it
 * @param code stable, for machines
 */
@Schema(name = "ImportProblem")
record ImportProblem(
        @Schema(required = true, example = "17", description = "The line of the file that the row begins in, from 1.")
        long line,

        @Schema(
                required = true,
                example = "DueDate",
                description = "The header of the column, or the field where a constant tells it.")
        String column,

        @Schema(required = true, example = "date-malformed", description = "Stable, for machines; grows over time.")
        String code,

        @Schema(required = true, example = "“2/30/2013” is not a date of the form M/d/uuuu")
        String message) {}
