package io.huikuan.customer;

import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lists the people at a customer, once it is clear that the viewer may see the customer. */
@ApplicationScoped
class ContactListing {
    private final CustomerAccess access;
    private final CustomerQueries queries;

    ContactListing(CustomerAccess access, CustomerQueries queries) {
        this.access = access;
        this.queries = queries;
    }

    Page<ContactView> of(Viewer viewer, UUID customerId, PageRequest page) {
        access.require(viewer, customerId);
        var after = page.cursor();
        var rows = queries.contacts(
                customerId,
                after.map(cursor -> cursor.text(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(rows, page, contact -> List.of(contact.name, contact.id)).map(ContactView::of);
    }
}
