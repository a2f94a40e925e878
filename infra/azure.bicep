// Rufwerk in Azure: a web app for one tenant, and the bot that Teams sends messages and calls to.

@description('Beginning of the names of all resources; must be free in azurewebsites.net.')
@minLength(4)
@maxLength(40)
param name string

@description('Id of the app registration, which is the bot as well.')
param microsoftAppId string

@secure()
param microsoftAppSecret string

param microsoftTenantId string

@secure()
@description('32 random bytes in base64; without it the people in the store cannot be read again.')
param dataKey string

param location string = resourceGroup().location

// B1 is the smallest that stays awake; a call must not wait for a start.
param planSku string = 'B1'

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    // One tenant has one writer: a second instance would find the store locked.
    capacity: 1
  }
  properties: {
    reserved: true
  }
}

resource webApp 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      healthCheckPath: '/healthz'
      appCommandLine: 'node scripts/install.mjs && npm run start:server'
      appSettings: [
        { name: 'HOST', value: '0.0.0.0' }
        { name: 'PORT', value: '8080' }
        { name: 'PUBLIC_URL', value: publicUrl }
        // Survives restarts and deployments.
        { name: 'DATA_DIR', value: '/home/data' }
        { name: 'DATA_KEY', value: dataKey }
        { name: 'MICROSOFT_APP_ID', value: microsoftAppId }
        { name: 'MICROSOFT_APP_SECRET', value: microsoftAppSecret }
        { name: 'MICROSOFT_TENANT_ID', value: microsoftTenantId }
        // The first start installs the packages (scripts/install.mjs), which takes minutes.
        { name: 'SCM_DO_BUILD_DURING_DEPLOYMENT', value: 'false' }
        { name: 'WEBSITES_CONTAINER_START_TIME_LIMIT', value: '1800' }
      ]
    }
  }
}

// The address is known before the web app is, which needs it in its settings.
var publicDomain = '${name}.azurewebsites.net'
var publicUrl = 'https://${publicDomain}'

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'Rufwerk'
    endpoint: '${publicUrl}/api/messages'
    msaAppId: microsoftAppId
    msaAppType: 'SingleTenant'
    msaAppTenantId: microsoftTenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      enableCalling: true
      callingWebhook: '${publicUrl}/api/calls'
    }
  }
}

output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = webApp.id
output PUBLIC_DOMAIN string = publicDomain
output PUBLIC_URL string = publicUrl
