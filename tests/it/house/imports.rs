//! Which file of a crate names what another defines. In: the sources of a crate; out: for each of its files the files
//! whose items it names, with re-exports followed to where an item is defined. Tests are left out; so are `mod` lines,
//! and re-exports that the file itself does not use, since they only say where a room's things are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;

use crate::files;

/// A module, as its path inside the crate: `["data", "csv"]`; the crate's root is empty.
pub type Module = Vec<String>;

/// For each module, the modules whose items it names, with one of the names.
pub type Imports = BTreeMap<Module, BTreeMap<Module, String>>;

/// What is in a file.
#[derive(Default)]
struct Contents {
    /// The names that it defines.
    defines: BTreeSet<String>,
    /// What it brings in by `use`: whether it is for others too, under which name, and the path; `*` for everything.
    uses: Vec<(bool, String, Vec<String>)>,
    /// The other paths that it names.
    paths: BTreeSet<Vec<String>>,
}

/// The imports between the files under a crate's `src`.
pub fn imports(src: &str) -> Imports {
    let modules = read(src);
    let mut imports = Imports::new();
    for (module, contents) in &modules {
        let used: BTreeSet<&str> = contents.paths.iter().map(|path| path[0].as_str()).collect();
        let brought = contents.uses.iter().filter(|(public, name, _)| !public || used.contains(name.as_str()));
        let paths = brought.map(|(_, _, path)| path).chain(contents.paths.iter().filter(|path| path.len() > 1));
        // Names that `use …::*` may have brought in.
        let bare = contents.paths.iter().filter(|path| path[0].starts_with(char::is_uppercase));
        let bare = bare.filter(|path| !contents.uses.iter().any(|(_, name, _)| *name == path[0]));
        let bare = bare.map(|path| [&["self".to_owned()], &path[..1]].concat()).collect::<Vec<_>>();
        for path in paths.chain(&bare) {
            let Some(absolute) = absolute(&modules, module, path) else { continue };
            let Some(home) = home(&modules, &absolute, 8) else { continue };
            if home != *module && !home.is_empty() && !module.is_empty() {
                imports.entry(module.clone()).or_default().entry(home).or_insert_with(|| path.join("::"));
            }
        }
    }
    imports
}

fn read(src: &str) -> BTreeMap<Module, Contents> {
    let mut modules = BTreeMap::new();
    for file in files::under(src, "rs") {
        let inside = file.strip_prefix(src).expect("a file of the crate").with_extension("");
        let mut module: Module = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if module.iter().any(|part| part == "tests") {
            continue;
        }
        if module == ["lib"] || module == ["main"] {
            module.clear();
        }
        modules.insert(module, contents(&file));
    }
    assert!(!modules.is_empty(), "{src} has files");
    modules
}

fn contents(file: &Path) -> Contents {
    let parsed = syn::parse_file(&files::read(file)).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut contents = Contents::default();
    for item in &parsed.items {
        contents.visit_item(item);
        contents.defines.extend(name(item));
    }
    contents
}

/// The name that an item defines, other than a module.
fn name(item: &syn::Item) -> Option<String> {
    let ident = match item {
        syn::Item::Const(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Fn(item) => &item.sig.ident,
        syn::Item::Static(item) => &item.ident,
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Trait(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        syn::Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        syn::Meta::Path(_) | syn::Meta::NameValue(_) => false,
    })
}

impl<'a> Visit<'a> for Contents {
    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        if !is_test(&item.attrs) {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        if !is_test(&item.attrs) {
            let public = !matches!(item.vis, syn::Visibility::Inherited);
            self.tree(&item.tree, public, &mut Vec::new());
        }
    }

    fn visit_vis_restricted(&mut self, _: &'a syn::VisRestricted) {} // `pub(in crate::room)` names nothing

    fn visit_path(&mut self, path: &'a syn::Path) {
        self.paths.insert(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'a syn::Macro) {
        self.tokens(item.tokens.clone());
        syn::visit::visit_macro(self, item);
    }
}

impl Contents {
    fn tree(&mut self, tree: &syn::UseTree, public: bool, above: &mut Vec<String>) {
        let mut add = |name: String, last: Option<String>| {
            let path = above.iter().cloned().chain(last).collect();
            self.uses.push((public, name, path));
        };
        match tree {
            syn::UseTree::Path(path) => {
                above.push(path.ident.to_string());
                self.tree(&path.tree, public, above);
                above.pop();
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                add(above.last().cloned().unwrap_or_default(), None);
            }
            syn::UseTree::Name(name) => add(name.ident.to_string(), Some(name.ident.to_string())),
            syn::UseTree::Rename(rename) => {
                let last = (rename.ident != "self").then(|| rename.ident.to_string());
                add(rename.rename.to_string(), last);
            }
            syn::UseTree::Glob(_) => add("*".to_owned(), None),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, public, above)),
        }
    }

    /// The paths in the arguments of a macro, which are not parsed.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 && !path.is_empty() {
                        self.paths.insert(std::mem::take(&mut path));
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(sign) if sign.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => colons = 0,
            }
        }
        if !path.is_empty() {
            self.paths.insert(path);
        }
    }
}

/// A path as seen from the crate's root; `None` if it leads out of the crate.
fn absolute(modules: &BTreeMap<Module, Contents>, module: &Module, path: &[String]) -> Option<Vec<String>> {
    let supers = path.iter().take_while(|part| *part == "super").count();
    let joined = |base: &[String], rest: &[String]| Some(base.iter().chain(rest).cloned().collect());
    match path.first()?.as_str() {
        "crate" => joined(&[], &path[1..]),
        "self" => joined(module, &path[1..]),
        "super" => joined(&module[..module.len().checked_sub(supers)?], &path[supers..]),
        _ => {
            let child = joined(module, &path[..1])?;
            modules.contains_key(&child).then(|| joined(module, path))?
        }
    }
}

/// The module that defines what a path from the root names.
fn home(modules: &BTreeMap<Module, Contents>, path: &[String], depth: usize) -> Option<Module> {
    if modules.contains_key(path) {
        return Some(path.to_vec());
    }
    let length = (0..path.len()).rev().find(|&length| modules.contains_key(&path[..length]))?;
    let (module, name) = (path[..length].to_vec(), &path[length]);
    let contents = &modules[&module];
    if depth == 0 || contents.defines.contains(name) {
        return Some(module);
    }
    for (_, bound, to) in &contents.uses {
        let Some(mut to) = absolute(modules, &module, to) else { continue };
        if bound == "*" {
            to.push(name.clone());
            let found = home(modules, &to, depth - 1);
            if let Some(found) = found.filter(|found| modules[found].defines.contains(name)) {
                return Some(found);
            }
        } else if bound == name {
            return home(modules, &to, depth - 1);
        }
    }
    Some(module)
}
