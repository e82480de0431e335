//! A match over all kinds of condition or quantity occurs where meaning is given, and nowhere else: code that only
//! looks for something asks a node for its children. In: the sources; out: the functions with such a match.

use std::collections::BTreeSet;

use syn::visit::Visit;

use super::CRATES;
use crate::files;

/// The functions that may have one: a new kind of condition has something to say in each.
const MEANING: &[&str] = &[
    "analyze/cells/collect.rs: test",
    "analyze/compile.rs: formula",
    "analyze/compile.rs: reckoned",
    "analyze/reckon.rs: of",
    "engine/compile.rs: condition",
    "engine/compile.rs: quantity",
    "ir/children.rs: children",
    "ir/children.rs: children_mut",
    "reference/condition.rs: truth",
    "reference/quantity.rs: quantity",
    "report/sentence.rs: condition",
    "report/sentence.rs: quantity",
    "sql/condition.rs: cond",
    "sql/quantity.rs: quantity",
];

/// The functions of a file with a match that names most kinds and has no catch-all arm.
struct Matches {
    function: Vec<String>,
    found: BTreeSet<String>,
}

impl<'a> Visit<'a> for Matches {
    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        self.function.push(item.sig.ident.to_string());
        syn::visit::visit_item_fn(self, item);
        self.function.pop();
    }

    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        self.function.push(item.sig.ident.to_string());
        syn::visit::visit_impl_item_fn(self, item);
        self.function.pop();
    }

    fn visit_expr_match(&mut self, item: &'a syn::ExprMatch) {
        let rest = |arm: &syn::Arm| matches!(arm.pat, syn::Pat::Wild(_) | syn::Pat::Ident(_));
        let mut kinds = Kinds::default();
        item.arms.iter().for_each(|arm| kinds.visit_pat(&arm.pat));
        let many = kinds.conditions.len() > 12 || kinds.quantities.len() > 6;
        if many && !item.arms.iter().any(rest) {
            self.found.insert(self.function.last().cloned().unwrap_or_default());
        }
        syn::visit::visit_expr_match(self, item);
    }
}

/// The kinds that patterns name.
#[derive(Default)]
struct Kinds {
    conditions: BTreeSet<String>,
    quantities: BTreeSet<String>,
}

impl<'a> Visit<'a> for Kinds {
    fn visit_path(&mut self, path: &'a syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let [.., of, kind] = parts.as_slice() {
            match of.as_str() {
                "CondKind" => drop(self.conditions.insert(kind.clone())),
                "QuantityKind" => drop(self.quantities.insert(kind.clone())),
                _ => {}
            }
        }
        syn::visit::visit_path(self, path);
    }
}

#[test]
fn all_kinds_are_told_apart_only_where_they_mean_something() {
    let mut found = BTreeSet::new();
    for src in CRATES {
        for file in files::under(src, "rs") {
            let parsed = syn::parse_file(&files::read(&file)).expect("the sources compile");
            let mut matches = Matches { function: Vec::new(), found: BTreeSet::new() };
            matches.visit_file(&parsed);
            let name = file.strip_prefix(src).expect("below it").display().to_string();
            found.extend(matches.found.into_iter().map(|function| format!("{name}: {function}")));
        }
    }
    assert_eq!(found, MEANING.iter().map(|name| (*name).to_owned()).collect());
}
