use super::*;

fn ids(page: Vec<DocumentInfo<u64>>) -> Vec<u64> {
	page.into_iter().map(|info| info.id.0).collect()
}

#[test]
fn documents_to_answer_come_by_age_and_page() {
	chain(|| {
		let case = case_at(Stage::Open);
		for _ in 0..5 {
			letter(case);
		}
		assert_ok!(receipt(CLERK, DocumentId(2)));
		let page =
			|from, limit| ids(ServedDocuments::view_to_answer(AGENCY, DocumentId(from), limit));
		assert_eq!(page(0, 9), [0, 1, 3, 4]);
		assert_eq!(page(1, 2), [1, 3]);
		assert_eq!(page(4, 9), [4]);
		assert!(page(0, 0).is_empty());
		assert!(ServedDocuments::view_to_answer(COURT, DocumentId(0), 9).is_empty());
	});
}

#[test]
fn documents_of_a_case_come_in_the_order_of_entry() {
	chain(|| {
		let (case, other) = (case_at(Stage::Open), case_at(Stage::Open));
		letter(case);
		letter(other);
		execution_documents(case);
		assert_ok!(receipt(CLERK, DocumentId(0)));
		let page = |skip, limit| ids(ServedDocuments::view_case(case, skip, limit));
		assert_eq!(page(0, 99), [0, 2, 3, 4, 5]);
		assert_eq!(page(1, 2), [2, 3]);
		assert!(page(5, 9).is_empty());
	});
}

#[test]
fn late_entries_are_shown() {
	chain(|| {
		let case = case_at(Stage::Open);
		let id = next();
		assert_ok!(send_on(REGISTRAR, case, DocumentKind::Other, &[AGENCY], ago(2)));
		assert_ok!(ServedDocuments::deliver(signed(CLERK), id, ago(1)));
		assert_ok!(receipt(CLERK, id));
		let info = ServedDocuments::view_document(id).expect("it was sent; qed");
		assert!(info.sent_entered_late && info.delivery_entered_late);
		assert!(!info.receipt_entered_late);
		assert_eq!(info.document, get(id));
		assert_eq!(ServedDocuments::view_document(DocumentId(9)), None);
	});
}
