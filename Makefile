# Builds, previews, deploys and removes one scenario: `make deployment-create SCENARIO=example`.
# The values reach the shell as environment variables ("$$NAME"), so that no space or quote in them is ever interpreted.

SCENARIO       ?= example
RESOURCE_GROUP ?= rg-$(SCENARIO)
LOCATION       ?= japaneast
YES            ?=
export SCENARIO RESOURCE_GROUP LOCATION

# Only a group that somebody names: the default is the program's, too, and a scenario of another scope has none.
GROUP       = $(if $(filter file,$(origin RESOURCE_GROUP)),,--resource-group "$$RESOURCE_GROUP")
MAKES_GROUP = --location "$$LOCATION" --create-resource-group --out-dir generated

.PHONY: help build deployment-what-if deployment-create destroy checkov pictures test ci azure-cli
# Prerequisites are steps here: they run one after the other, as they are written.
.NOTPARALLEL:

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-20s %s\n", $$1, $$2 } \
	  END { print "\nSCENARIO=" ENVIRON["SCENARIO"] " RESOURCE_GROUP=" ENVIRON["RESOURCE_GROUP"] " LOCATION=" ENVIRON["LOCATION"] \
	    " (set any of them: make build SCENARIO=example)" }' Makefile

build: ## Write generated/SCENARIO/
	cargo run --quiet -p scenarios -- generate "$$SCENARIO"

deployment-what-if: azure-cli ## Show what a deployment would change (makes RESOURCE_GROUP in LOCATION if it is missing)
	cargo run --quiet -p scenarios -- deploy "$$SCENARIO" --what-if $(GROUP) $(MAKES_GROUP)

deployment-create: azure-cli ## Deploy SCENARIO to RESOURCE_GROUP (made in LOCATION if it is missing; asks, unless YES=1)
	cargo run --quiet -p scenarios -- deploy "$$SCENARIO" $(GROUP) $(MAKES_GROUP) $(if $(filter 1,$(YES)),--yes)

destroy: azure-cli ## Delete RESOURCE_GROUP and all that is in it (asks first, unless YES=1)
	cargo run --quiet -p scenarios -- destroy "$$SCENARIO" $(GROUP) $(if $(filter 1,$(YES)),--yes)

# It reads the JSON that the compiler makes, for its own reader of Bicep takes no call of several lines. The checks that the
# scenario's code names, each beside the reason why it fails, are skipped.
checkov: build ## Look for insecure settings in SCENARIO (needs bicep, and checkov from PyPI)
	"$${BICEP:-bicep}" build "generated/$$SCENARIO/main.bicep" --outfile target/checkov.json
	checkov --framework arm --file target/checkov.json --compact --quiet --skip-download \
	  --skip-check "$$(grep -oh 'CKV_AZURE_[0-9]*' scenarios/"$$SCENARIO"/src/*.rs | paste -sd, -)"

# Into a folder of its own, so that nothing of npm lies in the repository.
pictures: ## Prove in a real browser that the pictures are drawn (needs chromium, node and npm)
	npm install --silent --no-audit --no-fund --no-save --prefix target/browser mermaid@11 puppeteer-core@24
	node dsl/review/browser/check.mjs target/browser target/pictures generated/*/REVIEW.md generated/*/graph.svg snapshots/card-*.snap snapshots/picture-*.snap

test: ## Run every test
	cargo test --workspace

ci: ## Run everything that a pull request has to pass
	.ci/run

azure-cli:
	@command -v az >/dev/null || { \
	  echo "error: the Azure CLI (az) is not installed" >&2; \
	  echo "  help: install it from https://aka.ms/installazurecli, then run: az login" >&2; \
	  exit 1; \
	}
