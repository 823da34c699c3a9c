package io.huikuan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads from the compiled product which codes it gives to the faults of a request: what stands in the code argument of {@link
 * InvalidRequest#field} or of a {@link Problem.Fault}. Where the code is worked out, every text of that method that looks like
 * one counts.
 */
final class FaultCodes {
    private static final Path PRODUCT = Path.of("target", "classes", "io", "huikuan");
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final String INVALID_REQUEST = internalName(InvalidRequest.class);
    private static final String FAULT = internalName(Problem.Fault.class);

    private FaultCodes() {}

    static Set<String> ofProduct() {
        try (var files = Files.walk(PRODUCT)) {
            var codes = new TreeSet<String>();
            files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("InvalidRequest.class"))
                    .map(FaultCodes::parse)
                    .flatMap(type -> type.methods().stream())
                    .flatMap(method -> method.code().stream())
                    .forEach(code -> codes.addAll(of(code)));
            return codes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> of(CodeModel code) {
        var steps = code.elementList().stream()
                .filter(Instruction.class::isInstance)
                .toList();
        return IntStream.range(0, steps.size())
                .boxed()
                .flatMap(at -> switch (steps.get(at)) {
                    case InvokeInstruction call when isField(call) -> ofField(steps, at);
                    case InvokeInstruction call when isFault(call) -> ofFault(steps, at);
                    default -> Stream.empty();
                })
                .toList();
    }

    private static boolean isField(InvokeInstruction call) {
        return call.owner().asInternalName().equals(INVALID_REQUEST)
                && call.name().equalsString("field");
    }

    private static boolean isFault(InvokeInstruction call) {
        return call.owner().asInternalName().equals(FAULT) && call.name().equalsString("<init>");
    }

    /** The arguments that fill the text come in an array: the code was put down before its length. */
    private static Stream<String> ofField(List<? extends CodeElement> steps, int call) {
        int array = before(steps, call, NewReferenceArrayInstruction.class::isInstance);
        return text(steps.get(array - 2)).map(Stream::of).orElseGet(() -> everyCode(steps));
    }

    private static Stream<String> ofFault(List<? extends CodeElement> steps, int call) {
        int start = before(
                steps,
                call,
                step -> step instanceof NewObjectInstruction made
                        && made.className().asInternalName().equals(FAULT));
        var inside = everyCode(steps.subList(start, call)).toList();
        return inside.isEmpty() ? everyCode(steps) : inside.stream();
    }

    private static Stream<String> everyCode(List<? extends CodeElement> steps) {
        return steps.stream()
                .map(FaultCodes::text)
                .flatMap(Optional::stream)
                .filter(text -> CODE.matcher(text).matches());
    }

    private static int before(List<? extends CodeElement> steps, int end, Predicate<CodeElement> wanted) {
        return IntStream.iterate(end - 1, at -> at >= 0, at -> at - 1)
                .filter(at -> wanted.test(steps.get(at)))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> text(CodeElement step) {
        return step instanceof ConstantInstruction constant && constant.constantValue() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
