//! The conversation: what is offered, and calls that are answered beside each other. In: messages of the Model Context
//! Protocol on standard input; out: answers on standard output. A long run holds up neither others nor its own end.

use std::sync::Arc;

use leadrules_language::words::say;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, GetPromptRequestParams, GetPromptResponse,
    GetPromptResult, Implementation, ListPromptsResult, ListResourceTemplatesResult, ListResourcesResult,
    ListToolsResult, PaginatedRequestParams, Prompt, PromptArgument, PromptMessage, ReadResourceRequestParams,
    ReadResourceResponse, ReadResourceResult, Resource, ResourceContents, ResourceTemplate, Role, ServerCapabilities,
    ServerConfig,
};
use rmcp::service::RequestContext;
use rmcp::transport::stdio;
use rmcp::{ErrorData, RoleServer, ServerHandler, ServiceExt};
use tokio::sync::Semaphore;

use super::super::exit::{Exit, Failure};
use super::refused::Refused;
use super::session::Session;
use super::tools::{self, Offered};
use super::{language, prompt};

/// Answers calls.
struct Server {
    session: Arc<Session>,
    tools: Arc<Vec<Offered>>,
    /// How many calls are worked on at once: each run takes all processors by itself.
    places: Arc<Semaphore>,
}

/// So many calls are worked on at once.
const PLACES: usize = 4;

/// Where the page is.
const PAGE: &str = "leadrules://language";

/// Where the list of codes is, and with a code after a slash its page.
const CODES: &str = "leadrules://codes";

/// Talks until the other side has had enough.
pub(super) fn serve(session: Session) -> Result<Exit, Failure> {
    let failed =
        |error: &dyn std::fmt::Display| Failure::new(say!("the server can't run: {why}", why = error.to_string()));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(|error| failed(&error))?;
    let server =
        Server { session: Arc::new(session), tools: Arc::new(tools::all()), places: Arc::new(Semaphore::new(PLACES)) };
    let talked = runtime.block_on(async {
        match server.serve(stdio()).await {
            Ok(running) => running.waiting().await.map(drop).map_err(|error| failed(&error)),
            Err(error) => Err(failed(&format!("it was not greeted as the protocol asks ({error})"))),
        }
    });
    // What is still worked on has nobody left to hear it.
    runtime.shutdown_background();
    talked.map(|()| Exit::Fine)
}

impl Server {
    async fn answered(&self, asked: CallToolRequestParams, context: &RequestContext<RoleServer>) -> CallToolResult {
        let Some(at) = self.tools.iter().position(|offered| offered.tool.name == asked.name) else {
            let names: Vec<&str> = self.tools.iter().map(|offered| offered.tool.name.as_ref()).collect();
            let near = leadrules_language::diagnostic::nearest(&asked.name, names.iter().copied());
            let hint = near
                .map_or_else(|| format!("there are {}", names.join(", ")), |near| format!("did you mean `{near}`?"));
            return refused(&Refused::new(format!("there is no tool `{}`", asked.name), hint));
        };
        let (session, tools, places) = (self.session.clone(), self.tools.clone(), self.places.clone());
        let work = async move {
            let place = places.acquire_owned().await;
            tokio::task::spawn_blocking(move || {
                let _place = place;
                tools[at].call(&session, asked.arguments.unwrap_or_default())
            })
            .await
        };
        tokio::select! {
            () = context.ct.cancelled() => refused(&Refused::new("the call was cancelled", "ask again if it is still wanted")),
            done = work => match done {
                Ok(Ok(answer)) => CallToolResult::structured(answer),
                Ok(Err(why)) => refused(&why),
                Err(_) => refused(&Refused::new(
                    "this is a mistake of leadrules itself",
                    "report it with the rules that were given; other calls still work",
                )),
            },
        }
    }
}

fn refused(why: &Refused) -> CallToolResult {
    CallToolResult::error(vec![ContentBlock::text(why.to_string())])
}

impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder().enable_tools().enable_resources().enable_prompts().build();
        let info = Implementation::new("leadrules", env!("CARGO_PKG_VERSION"))
            .with_title("leadrules")
            .with_description("Rules for lead scoring: written, checked, proved, tried on leads");
        ServerConfig::new(capabilities).with_server_info(info).with_instructions(prompt::INSTRUCTIONS)
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items(self.tools.iter().map(|offered| offered.tool.clone()).collect()))
    }

    async fn call_tool(
        &self,
        asked: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        Ok(CallToolResponse::Complete(self.answered(asked, &context).await))
    }

    async fn list_resources(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListResourcesResult, ErrorData> {
        let page =
            Resource::new(PAGE, "language").with_title("The rule language in short").with_mime_type("text/markdown");
        let codes =
            Resource::new(CODES, "codes").with_title("What `check` finds, by code").with_mime_type("text/plain");
        Ok(ListResourcesResult::with_all_items(vec![page, codes]))
    }

    async fn list_resource_templates(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListResourceTemplatesResult, ErrorData> {
        let code = ResourceTemplate::new(format!("{CODES}/{{code}}"), "code")
            .with_title("The page of a finding")
            .with_mime_type("text/markdown");
        Ok(ListResourceTemplatesResult::with_all_items(vec![code]))
    }

    async fn read_resource(
        &self,
        asked: ReadResourceRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<ReadResourceResponse, ErrorData> {
        let page = asked.uri.strip_prefix(CODES).and_then(|rest| rest.strip_prefix('/'));
        let text = match asked.uri.as_str() {
            PAGE => Some(language::PAGE.to_owned()),
            CODES => Some(language::codes()),
            _ => page
                .and_then(leadrules_language::codes::find)
                .map(|code| code.page(leadrules_language::words::Locale::English).to_owned()),
        };
        let text = text.ok_or_else(|| {
            ErrorData::resource_not_found(format!("there is no `{}`; there are {PAGE} and {CODES}", asked.uri), None)
        })?;
        let contents = ResourceContents::text(text, asked.uri).with_mime_type("text/markdown");
        Ok(ReadResourceResponse::Complete(ReadResourceResult::new(vec![contents])))
    }

    async fn list_prompts(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListPromptsResult, ErrorData> {
        let wish = PromptArgument::new("wish")
            .with_description("What makes a good lead, in your own words")
            .with_required(true);
        let prompt = Prompt::new(
            prompt::NAME,
            Some("Write rules for lead scoring from words, and prove them"),
            Some(vec![wish]),
        )
        .with_title("Write a rule file");
        Ok(ListPromptsResult::with_all_items(vec![prompt]))
    }

    async fn get_prompt(
        &self,
        asked: GetPromptRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<GetPromptResponse, ErrorData> {
        if asked.name != prompt::NAME {
            let said = format!("there is no prompt `{}`; there is `{}`", asked.name, prompt::NAME);
            return Err(ErrorData::invalid_params(said, None));
        }
        let wish = asked.arguments.as_ref().and_then(|given| given.get("wish")).and_then(|wish| wish.as_str());
        let wish = wish.ok_or_else(|| ErrorData::invalid_params("say with `wish` what makes a good lead", None))?;
        let message = PromptMessage::new_text(Role::User, prompt::text(wish));
        Ok(GetPromptResponse::Complete(GetPromptResult::new(vec![message])))
    }
}
