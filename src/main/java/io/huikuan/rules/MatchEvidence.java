package io.huikuan.rules;

/** One reason for, or against, believing that a line of a bank statement is what somebody owes or has told of. */
public sealed interface MatchEvidence {
    /** Exactly as much came as was expected. */
    record AmountExact() implements MatchEvidence {}

    /** Nearly as much came, as when a bank has kept its fee. */
    record AmountNear(Money difference) implements MatchEvidence {}

    /** Against it: as much is expected elsewhere too, and nothing that the payer wrote tells them apart. */
    record AmountNotUnique(int others) implements MatchEvidence {}

    /** The payer wrote this number. */
    record ReferenceFound(String number) implements MatchEvidence {}

    /** The bank names the payer like this customer. */
    record PayerNamed(PayerName.Likeness likeness, String name) implements MatchEvidence {}

    /** So many lines of this payer's account, or of this name where there is none, were this customer's before. */
    record PayerKnown(int times) implements MatchEvidence {}

    /** Days from when it was told to come, or was due, to when it came: negative where it came before. */
    record DateGap(int days) implements MatchEvidence {}

    /** This person says that it has come. */
    record ClaimedBy(String name) implements MatchEvidence {}

    /** This person took it into the books: as cash, or as a cheque or draft. */
    record RecordedBy(String name) implements MatchEvidence {}
}
