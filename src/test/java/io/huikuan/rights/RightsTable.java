package io.huikuan.rights;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who may do what, as agreed. Changing a line here is changing the product: it takes an agreement, not a green test. */
record RightsTable(Map<String, Map<Caller, Reach>> rights) {
    static final RightsTable AGREED = parse("""
            right                 | salesperson | manager | finance | admin | integration | anonymous
            customers: read       | own         | team    | all     | all   | -           | -
            customers: write      | own         | team    | -       | all   | all         | -
            customers: hand over  | -           | team    | -       | all   | all         | -
            contracts, invoices: read  | own    | team    | all     | all   | -           | -
            contracts, invoices: write | -      | -       | all     | all   | all         | -
            payment terms: read   | all         | all     | all     | all   | -           | -
            payment terms: create | -           | -       | any     | any   | -           | -
            payment terms: write  | -           | -       | all     | all   | -           | -
            replan limit: read    | -           | any     | any     | any   | -           | -
            replan limit: set     | -           | -       | -       | any   | -           | -
            plans: read           | own         | team    | all     | all   | -           | -
            plans: write          | -           | -       | all     | all   | all         | -
            plans: decide         | -           | team    | all     | all   | -           | -
            imports               | -           | -       | all     | all   | all         | -
            imports: customers    | -           | -       | -       | any   | any         | -
            imports: receivables  | -           | -       | any     | any   | any         | -
            imports: payments     | -           | -       | any     | any   | any         | -
            imports: bank statements   | -      | -       | any     | -     | any         | -
            bank statements: read | -           | -       | all     | all   | -           | -
            bank statements: decide    | -      | -       | all     | -     | -           | -
            receivables: read     | own         | team    | all     | all   | -           | -
            receivables: write    | -           | -       | all     | all   | all         | -
            payments: read        | own         | team    | all     | all   | -           | -
            payments: record      | own         | -       | all     | -     | all         | -
            payments: settle      | -           | -       | all     | -     | all         | -
            interest: read        | own         | team    | all     | all   | -           | -
            interest: terms       | -           | all     | all     | all   | -           | -
            interest: waive       | -           | team    | all     | -     | -           | -
            discounts: offer      | -           | team    | all     | -     | -           | -
            interest: agree       | -           | -       | any     | any   | -           | -
            calendar: read        | any         | any     | any     | any   | -           | -
            calendar: write       | -           | -       | -       | any   | -           | -
            calendar: take back   | -           | -       | -       | all   | -           | -
            rates: read           | all         | all     | all     | all   | -           | -
            rates: record         | -           | -       | any     | any   | any         | -
            books: read           | any         | any     | any     | any   | -           | -
            books: close          | -           | -       | any     | any   | -           | -
            adjustments: read     | own         | team    | all     | all   | -           | -
            adjustments: decide   | -           | -       | all     | all   | -           | -
            adjustments: by finance alone | -   | -       | all     | -     | -           | -
            credit notes: ask, allocate   | -   | -       | all     | -     | all         | -
            tasks, contacts: read | own         | team    | all     | all   | -           | -
            tasks, contacts: write| own         | team    | -       | -     | -           | -
            promises, disputes, pauses: read | own | team   | all     | all   | -           | -
            promises: write       | own         | team    | -       | -     | -           | -
            disputes, pauses: write | own       | team    | all     | -     | -           | -
            disputes: decide      | -           | -       | all     | -     | -           | -
            legal pauses: write   | -           | team    | all     | -     | -           | -
            promise setting: read | -           | any     | any     | any   | -           | -
            promise setting: set  | -           | -       | -       | any   | -           | -
            hand-overs: read      | -           | team    | all     | all   | -           | -
            hand-overs: make      | -           | team    | -       | all   | -           | -
            substitutions: read   | own         | team    | all     | all   | -           | -
            substitutions: arrange| own         | team    | none    | all   | -           | -
            one's inbox           | own         | none    | none    | none  | -           | -
            phone and badge       | any         | any     | any     | any   | -           | -
            notification defaults: set | -      | -       | -       | any   | -           | -
            people: reach         | -           | team    | -       | all   | -           | -
            deliveries            | -           | -       | -       | any   | -           | -
            numbers: totals       | any         | any     | any     | any   | -           | -
            numbers: rows         | own         | team    | all     | all   | -           | -
            audit: read           | -           | -       | -       | all   | -           | -
            reminders: read       | -           | all     | all     | all   | -           | -
            policies: read        | -           | all     | all     | all   | -           | -
            policies: create      | -           | -       | -       | any   | -           | -
            policies: write       | -           | -       | -       | all   | -           | -
            policies: assignments | -           | team    | all     | all   | -           | -
            letters to customers: read   | own  | team    | all     | all   | -           | -
            letters to customers: decide | own  | team    | -       | -     | -           | -
            reminders: run        | -           | -       | -       | any   | -           | -
            channel targets       | -           | -       | -       | all   | -           | -
            channel targets: read | -           | all     | -       | all   | -           | -
            channel targets: tell | -           | all     | -       | all   | -           | -
            channel targets: create    | -      | -       | -       | any   | -           | -
            triggers: read        | -           | any     | any     | any   | -           | -
            triggers: set         | -           | -       | -       | any   | -           | -
            people: read          | -           | all     | all     | all   | -           | -
            people: write         | -           | -       | -       | all   | -           | -
            oneself               | any         | any     | any     | any   | any         | -
            one's sessions        | own         | none    | none    | none  | none        | -
            open to all           | any         | any     | any     | any   | any         | any
            """);

    private static RightsTable parse(String table) {
        var rights = new LinkedHashMap<String, Map<Caller, Reach>>();
        table.lines().skip(1).map(line -> line.split("\\|", -1)).forEach(cells -> {
            var reaches = new EnumMap<Caller, Reach>(Caller.class);
            var column = Arrays.stream(cells).skip(1).iterator();
            for (var caller : Caller.values()) {
                reaches.put(caller, Reach.of(column.next().strip()));
            }
            rights.put(cells[0].strip(), reaches);
        });
        return new RightsTable(rights);
    }

    Set<String> names() {
        return rights.keySet();
    }

    Reach reach(String right, Caller caller) {
        var row = rights.get(right);
        if (row == null) {
            throw new IllegalArgumentException("the table has no right called " + right);
        }
        return row.getOrDefault(caller, Reach.FORBIDDEN);
    }
}
